#include "archive/chunked.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace dekko {

namespace {

// The size at the front of `rest`, which is left at the chunk's data.
std::optional<size_t> take_size(std::string_view& rest) {
  static constexpr size_t kLongestLine = 4096;  // a size has at most 16 digits, but extensions may follow
  const size_t end = rest.substr(0, kLongestLine).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  size_t size = 0;
  const auto [stop, failure] = std::from_chars(rest.data(), rest.data() + end, size, 16);
  if (failure != std::errc()) return std::nullopt;
  const std::string_view after = rest.substr(size_t(stop - rest.data()), end + 1);
  static constexpr std::string_view kLineEndOrExtension = "\r\n;";
  if (kLineEndOrExtension.find(after[after.find_first_not_of(" \t")]) == std::string_view::npos)
    return std::nullopt;
  rest.remove_prefix(end + 1);
  return size;
}

bool take_line_end(std::string_view& rest) {
  const size_t size = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
  rest.remove_prefix(size);
  return size > 0;
}

}  // namespace

Result<std::string> without_chunks(std::string_view body) {
  const Error cut{ErrorCode::kInvalid, "", "ends before its last chunk"};
  std::string text;
  text.reserve(body.size());
  std::string_view rest = body;
  for (bool first = true;; first = false) {
    if (rest.empty()) return first ? Result<std::string>(std::string()) : cut;
    const size_t at = body.size() - rest.size();
    const Error broken{ErrorCode::kInvalid, "",
                       fmt::format("has a broken chunk at octet {} of its body", at)};
    const std::optional<size_t> size = take_size(rest);
    if (!size) return first ? Result<std::string>(std::string(body)) : broken;
    if (*size == 0) return first && !rest.empty() && !take_line_end(rest) ? std::string(body) : text;
    if (*size >= rest.size()) return cut;
    text += rest.substr(0, *size);
    rest.remove_prefix(*size);
    if (rest == "\r") return cut;
    if (!take_line_end(rest)) return first ? Result<std::string>(std::string(body)) : broken;
  }
}

}  // namespace dekko
