#include "extractors/fields/date_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dekko {

namespace {

constexpr std::array<std::string_view, 3> kDay = {"year", "month", "day"};
constexpr std::array<std::string_view, 6> kParts = {"year", "month", "day", "hour", "minute", "second"};

using Groups = std::vector<std::string_view>;

std::string_view part(const Pattern& pattern, const Groups& groups, std::string_view name) {
  const int group = pattern.group_named(name);
  return group == 0 ? std::string_view() : groups[static_cast<size_t>(group)];
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string year_text(std::string_view text) {
  const auto year = number(text);
  if (!year || text.size() > 2) return std::string(text);
  return std::to_string(*year + (*year < 70 ? 2000 : 1900));
}

// The same date in a form that everyone reads.
std::string common_form(const Pattern& pattern, const Groups& groups) {
  const std::string year = year_text(part(pattern, groups, "year"));
  const std::string_view month = part(pattern, groups, "month"), day = part(pattern, groups, "day");
  const auto digits = number(month), day_digits = number(day);
  std::string text = digits && day_digits ? fmt::format("{}-{:02}-{:02}", year, *digits, *day_digits)
                                          : fmt::format("{} {} {}", day, month, year);
  const std::string_view hour = part(pattern, groups, "hour"), minute = part(pattern, groups, "minute");
  const std::string_view second = part(pattern, groups, "second");
  if (hour.empty()) return text;
  text += fmt::format(" {:0>2}:{:0>2}", hour, minute.empty() ? "00" : minute);
  return second.empty() ? text : text + fmt::format(":{:0>2}", second);
}

}  // namespace

std::string date_pattern_fault(const Pattern& pattern) {
  const std::vector<std::string> names = pattern.group_names();
  for (const std::string& name : names) {
    if (std::find(kParts.begin(), kParts.end(), name) == kParts.end())
      return fmt::format("names a group \"{}\"; there are {}", name, fmt::join(kParts, ", "));
  }
  const bool whole =
      std::all_of(kDay.begin(), kDay.end(), [&](auto name) { return pattern.group_named(name) > 0; });
  if (whole || (names.empty() && pattern.groups() == 1)) return {};
  return "needs the groups (?P<year>...), (?P<month>...) and (?P<day>...), or one group that holds the date";
}

std::optional<FoundDate> date_by_pattern(std::string_view text, const DateRules& rules, Moment seen_at) {
  if (rules.patterns.empty()) return std::nullopt;
  DateRules common = rules;
  common.patterns.clear();
  for (const Pattern& pattern : rules.patterns) {
    const auto groups = pattern.match(text);
    if (!groups) continue;
    const bool named = pattern.group_named("year") > 0;
    const std::string form = named ? common_form(pattern, *groups) : std::string((*groups)[1]);
    auto found = read_date(form, common, seen_at);
    if (!found) continue;
    found->text = named ? std::string(groups->front()) : form;
    found->begin = static_cast<size_t>((named ? groups->front() : (*groups)[1]).data() - text.data());
    return *found;
  }
  return std::nullopt;
}

}  // namespace dekko
