#include "core/page.h"

#include <array>
#include <utility>

namespace dekko {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 5> kVerdicts = {{
    {Verdict::kListing, "listing"},
    {Verdict::kPastTheEnd, "past_the_end"},
    {Verdict::kEmpty, "empty"},
    {Verdict::kNotAListing, "not_a_listing"},
    {Verdict::kUnrecognized, "unrecognized"},
}};

}  // namespace

std::string_view to_text(Verdict verdict) {
  for (const auto& [value, text] : kVerdicts) {
    if (value == verdict) return text;
  }
  return "unrecognized";
}

std::optional<Verdict> parse_verdict(std::string_view text) {
  for (const auto& [value, name] : kVerdicts) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace dekko
