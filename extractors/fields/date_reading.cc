#include "extractors/fields/date_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "extractors/text/calendar_names.h"
#include "extractors/text/time_zone.h"

namespace dekko {

namespace {

using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

using Day = tl::expected<year_month_day, NoDate>;

constexpr int kBuddhistYears = 543;
constexpr int kDaySeconds = 86'400;

std::string day_text(year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string offset_text(minutes offset) {
  const long count = std::labs(offset.count());
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', count / 60, count % 60);
}

year_month_day day_of(int year, int month, int day) {
  return year_month_day(std::chrono::year(year), std::chrono::month(unsigned(month)),
                        std::chrono::day(unsigned(day)));
}

// A moment on the wall clock of the zone, cut to whole `unit`s.
std::string wall_text(Moment moment, const std::string& zone, int unit) {
  const minutes offset = offset_at(zone, moment).value_or(minutes(0));
  const Moment wall = moment + offset;
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  const auto second = std::chrono::floor<std::chrono::seconds>(wall - day).count();
  const auto whole = second - second % unit;
  return fmt::format("{}T{:02}:{:02}:{:02}{}", day_text(day), whole / 3600, whole / 60 % 60, whole % 60,
                     offset_text(offset));
}

using Order = DateRules::Order;

Order order_of(const DateRules& rules) {
  if (rules.order != Order::kUnknown) return rules.order;
  const std::string usual = numeric_order(rules.language);
  if (usual == "dmy") return Order::kDayFirst;
  if (usual == "ymd") return Order::kYearFirst;
  return usual == "mdy" ? Order::kMonthFirst : Order::kUnknown;
}

int year_on_wall(const DateRules& rules, Moment seen_at) {
  const Moment wall = seen_at + offset_at(rules.zone, seen_at).value_or(minutes(0));
  return int(year_month_day(std::chrono::floor<std::chrono::days>(wall)).year());
}

// The last year that ends in these two digits: a listing shows nothing of the year after next.
int last_year_ending(int year, int latest) {
  return latest - (latest - year) % 100;
}

// Thai pages count from Buddha's death; of a short year that could be either, the nearer is meant.
int whole_year(int year, bool is_short, const DateRules& rules, Moment seen_at) {
  static const int kThai = language_index("th");
  const bool is_thai = language_index(rules.language) == kThai;
  if (!is_short || year >= 100) return is_thai && year > 2400 ? year - kBuddhistYears : year;
  const int latest = year_on_wall(rules, seen_at) + 1;
  const int christian = last_year_ending(year, latest);
  const int buddhist = last_year_ending(year, latest + kBuddhistYears) - kBuddhistYears;
  return is_thai ? std::max(christian, buddhist) : christian;
}

// Each day that three numbers can mean, in the order that is asked for first.
struct DayOfDigits {
  const DateParts& parts;
  const DateRules& rules;
  Moment seen_at;

  year_month_day in(Order order) const {
    const auto [a, b, c] = *parts.digits;
    const auto year = [&](int y) { return whole_year(y, parts.short_year, rules, seen_at); };
    if (order == Order::kYearFirst) return day_of(year(a), b, c);
    return order == Order::kDayFirst ? day_of(year(c), b, a) : day_of(year(c), a, b);
  }

  bool is_possible(Order order) const {
    const auto [a, b, c] = *parts.digits;
    const bool year_first = order == Order::kYearFirst;
    if (!parts.short_year && year_first != (a > 31)) return false;
    if (parts.starts_short && year_first) return false;
    return in(order).ok();
  }

  bool is_weekday(const year_month_day& day) const {
    return int(std::chrono::weekday(sys_days(day)).c_encoding()) == *parts.weekday;
  }

  // The order that holds here; else what all that is left says; a weekday chooses.
  Day choice() const {
    const Order usual = order_of(rules);
    if (usual != Order::kUnknown && is_possible(usual) && (!parts.weekday || is_weekday(in(usual))))
      return in(usual);
    std::vector<year_month_day> days;
    for (const Order order : {Order::kDayFirst, Order::kMonthFirst, Order::kYearFirst}) {
      if (!is_possible(order) || std::count(days.begin(), days.end(), in(order)) > 0) continue;
      days.push_back(in(order));
    }
    if (days.empty()) return tl::unexpected(NoDate{"is a day that no calendar has"});
    const auto fits = [&](const year_month_day& day) { return parts.weekday && is_weekday(day); };
    if (std::count_if(days.begin(), days.end(), fits) == 1)
      return *std::find_if(days.begin(), days.end(), fits);
    if (usual != Order::kUnknown && is_possible(usual)) return in(usual);
    if (days.size() > 1) return tl::unexpected(NoDate{kUnclearOrder});
    return days.front();
  }
};

// Of eight digits in a row only a year that a listing can show makes a date.
bool is_plausible(const DateParts& parts, const DateRules& rules, Moment seen_at) {
  const int year = parts.digits->front();
  return !parts.packed || (year >= 1900 && year <= year_on_wall(rules, seen_at) + 1);
}

Day day_named(const DateParts& parts, const DateRules& rules, Moment seen_at) {
  if (parts.digits && !is_plausible(parts, rules, seen_at)) return tl::unexpected(NoDate{"is no date"});
  if (parts.digits) return DayOfDigits{parts, rules, seen_at}.choice();
  const int days_back = parts.days_back ? *parts.days_back
                        : parts.ago     ? int(parts.ago->seconds / kDaySeconds)
                                        : -1;
  if (days_back < 0) {
    return day_of(whole_year(*parts.year, parts.short_year, rules, seen_at), *parts.month, *parts.day);
  }
  const Moment wall = seen_at + offset_at(rules.zone, seen_at).value_or(minutes(0));
  return year_month_day(std::chrono::floor<std::chrono::days>(wall) - std::chrono::days(days_back));
}

DateValue with_time(year_month_day day, const WallTime& time, const DateRules& rules) {
  if (time.vague_zone) return {day_text(day), "zone_means_several"};
  const Moment wall = sys_days(day) + std::chrono::hours(time.hour) + minutes(time.minute);
  const std::string zone(time.zone.empty() ? rules.zone : time.zone);
  std::optional<minutes> offset;
  if (time.offset) offset = minutes(*time.offset);
  if (!offset && !zone.empty()) offset = offset_of_wall(zone, wall);
  if (!offset) return {day_text(day)};
  return {fmt::format("{}T{:02}:{:02}:{:02}{}", day_text(day), time.hour, time.minute, time.second,
                      offset_text(*offset))};
}

}  // namespace

tl::expected<DateValue, NoDate> value_of(const DateParts& parts, const DateRules& rules, Moment seen_at) {
  if (parts.ago && parts.ago->unit < kDaySeconds) {
    return DateValue{
        wall_text(seen_at - std::chrono::seconds(parts.ago->seconds), rules.zone, parts.ago->unit)};
  }
  const Day day = day_named(parts, rules, seen_at);
  if (!day) return tl::unexpected(day.error());
  const int year = int(day->year());
  if (!day->ok() || year < 1 || year > 9999) return tl::unexpected(NoDate{"is a day that no calendar has"});
  DateValue value = parts.time ? with_time(*day, *parts.time, rules) : DateValue{day_text(*day)};
  if (parts.weekday && int(std::chrono::weekday(sys_days(*day)).c_encoding()) != *parts.weekday) {
    value.doubt = "weekday_disagrees";
  }
  return value;
}

}  // namespace dekko
