#include "extractors/fields/date_reading.h"

#include <fmt/format.h>

#include <cstdlib>

#include "extractors/text/calendar_names.h"
#include "extractors/text/time_zone.h"

namespace dekko {

namespace {

using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

using Value = tl::expected<std::string, NoDate>;

Value no(std::string_view reason) { return tl::unexpected(NoDate{reason}); }

std::string day_text(year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string offset_text(minutes offset) {
  const long count = std::labs(offset.count());
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', count / 60, count % 60);
}

year_month_day day_of(int year, int month, int day) {
  return year_month_day(std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day)));
}

// A moment on the wall clock of the zone, cut to whole `unit`s; a day if the unit is one.
std::string wall_text(Moment moment, const std::string& zone, int unit) {
  const minutes offset = offset_at(zone, moment).value_or(minutes(0));
  const Moment wall = moment + offset;
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  if (unit >= 86'400) return day_text(day);
  const auto second = std::chrono::floor<std::chrono::seconds>(wall - day).count();
  const auto whole = second - second % unit;
  return fmt::format("{}T{:02}:{:02}:{:02}{}", day_text(day), whole / 3600, whole / 60 % 60, whole % 60,
                     offset_text(offset));
}

DateRules::Order order_of(const DateRules& rules) {
  if (rules.order != DateRules::Order::kUnknown) return rules.order;
  const std::string usual = numeric_order(rules.language);
  if (usual == "dmy") return DateRules::Order::kDayFirst;
  return usual == "mdy" ? DateRules::Order::kMonthFirst : DateRules::Order::kUnknown;
}

tl::expected<year_month_day, NoDate> day_of_digits(const std::array<int, 3>& digits, const DateRules& rules) {
  const auto [a, b, c] = digits;
  if (a > 31) return day_of(a, b, c);
  if (a > 12) return day_of(c, b, a);
  if (b > 12) return day_of(c, a, b);
  if (a == b) return day_of(c, a, b);
  switch (order_of(rules)) {
    case DateRules::Order::kDayFirst: return day_of(c, b, a);
    case DateRules::Order::kMonthFirst: return day_of(c, a, b);
    case DateRules::Order::kYearFirst:
    case DateRules::Order::kUnknown: break;
  }
  return tl::unexpected(NoDate{"does not tell day from month"});
}

tl::expected<year_month_day, NoDate> day_named(const DateParts& parts, const DateRules& rules, Moment seen_at) {
  if (parts.digits) return day_of_digits(*parts.digits, rules);
  if (!parts.days_back) return day_of(*parts.year, *parts.month, *parts.day);
  const Moment wall = seen_at + offset_at(rules.zone, seen_at).value_or(minutes(0));
  return year_month_day(std::chrono::floor<std::chrono::days>(wall) - std::chrono::days(*parts.days_back));
}

std::string with_time(year_month_day day, const WallTime& time, const DateRules& rules) {
  const Moment wall = sys_days(day) + std::chrono::hours(time.hour) + minutes(time.minute);
  std::optional<minutes> offset;
  if (time.offset) offset = minutes(*time.offset);
  if (!offset && !rules.zone.empty()) offset = offset_of_wall(rules.zone, wall);
  if (!offset) return day_text(day);
  return fmt::format("{}T{:02}:{:02}:{:02}{}", day_text(day), time.hour, time.minute, time.second,
                     offset_text(*offset));
}

}  // namespace

Value value_of(const DateParts& parts, const DateRules& rules, Moment seen_at) {
  if (parts.seconds_back) return wall_text(seen_at - std::chrono::seconds(*parts.seconds_back), rules.zone, parts.unit);
  const auto day = day_named(parts, rules, seen_at);
  if (!day) return tl::unexpected(day.error());
  if (!day->ok()) return no("is a day that no calendar has");
  if (parts.weekday && int(std::chrono::weekday(sys_days(*day)).c_encoding()) != *parts.weekday) {
    return no("names a weekday that the day is not");
  }
  return parts.time ? with_time(*day, *parts.time, rules) : day_text(*day);
}

}  // namespace dekko
