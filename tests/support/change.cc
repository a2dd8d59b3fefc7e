#include "tests/support/change.h"

#include <fmt/format.h>

#include <charconv>

namespace dekko::site {

std::optional<int> parse_count(std::string_view text) {
  constexpr int kMost = 1'000'000;
  int value = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > kMost)
    return std::nullopt;
  return value;
}

Result<Change> parse_change(Change::Kind kind, std::string_view text) {
  size_t at = text.find('@');
  auto number = parse_count(text.substr(0, at));
  auto after = at == std::string_view::npos ? std::nullopt : parse_count(text.substr(at + 1));
  if (!number || !after || *number == 0)
    return Error{ErrorCode::kUsage, fmt::format("change \"{}\"", text), "not of the form NUMBER@REQUESTS"};
  return Change{.kind = kind, .number = *number, .after = *after};
}

}  // namespace dekko::site
