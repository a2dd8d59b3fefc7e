#include "extractors/fields/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "core/limits.h"

namespace dekko {

namespace {

Error refused(std::string_view text, std::string detail) {
  return Error{ErrorCode::kInvalid, std::string(text.substr(0, limits::kExcerptBytes)), std::move(detail)};
}

RE2::Options options() {
  RE2::Options options;
  options.set_max_mem(limits::kPatternMemory);
  options.set_log_errors(false);
  return options;
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view text) {
  if (text.size() > limits::kPatternBytes) {
    return refused(
        text, fmt::format("a pattern may have {} bytes, this has {}", limits::kPatternBytes, text.size()));
  }
  auto compiled = std::make_shared<const RE2>(re2::StringPiece(text.data(), text.size()), options());
  if (compiled->ok()) return Pattern(std::move(compiled));
  if (compiled->error_code() == RE2::ErrorPatternTooLarge) {
    return refused(text, fmt::format("needs more than {} KiB once compiled; use smaller counts in {{n,m}}",
                                     limits::kPatternMemory / static_cast<long>(limits::kKiB)));
  }
  return refused(text, compiled->error());
}

Pattern::Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}

std::optional<std::vector<std::string_view>> Pattern::match(std::string_view text) const {
  std::vector<re2::StringPiece> found(static_cast<size_t>(groups()) + 1);
  const bool matched = compiled_->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                                        RE2::UNANCHORED, found.data(), static_cast<int>(found.size()));
  if (!matched) return std::nullopt;
  std::vector<std::string_view> parts;
  parts.reserve(found.size());
  for (const re2::StringPiece& piece : found) parts.emplace_back(piece.data(), piece.size());
  return parts;
}

int Pattern::groups() const {
  return compiled_->NumberOfCapturingGroups();
}

int Pattern::group_named(std::string_view name) const {
  const auto& names = compiled_->NamedCapturingGroups();
  const auto found = names.find(std::string(name));
  return found == names.end() ? 0 : found->second;
}

std::vector<std::string> Pattern::group_names() const {
  std::vector<std::string> names;
  for (const auto& [name, number] : compiled_->NamedCapturingGroups()) names.push_back(name);
  return names;
}

const std::string& Pattern::text() const {
  return compiled_->pattern();
}

}  // namespace dekko
