#include "app/page_range.h"

#include <charconv>
#include <string>

#include "core/limits.h"

namespace dekko {

namespace {

std::optional<int> page_number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  return whole && value >= 1 && value <= limits::kPages ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<PageRange> parse_page_range(std::string_view text) {
  if (text == "all") return PageRange{};
  if (text == "new") return PageRange{.mode = WalkPlan::Mode::kNew};
  const size_t dash = text.find('-');
  const auto first = page_number(text.substr(0, dash));
  const std::string_view tail = dash == std::string_view::npos ? text : text.substr(dash + 1);
  const auto last = tail.empty() ? std::nullopt : page_number(tail);
  if (!first || (!last && !tail.empty()) || (last && *last < *first)) {
    return Error{ErrorCode::kUsage, std::string(text.substr(0, 40)), "names no pages",
                 "write for example 1-5, 7, 3-, all or new"};
  }
  return PageRange{.mode = WalkPlan::Mode::kRange, .first = *first, .last = last};
}

}  // namespace dekko
