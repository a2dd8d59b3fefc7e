#include "app/calendar_columns.h"

#include <fmt/format.h>

#include "core/moment.h"

namespace dekko {

namespace {

using std::chrono::year_month_day;

// "2024-03-19" to its first 10, 7 or 4 letters.
std::string label_of(year_month_day date, size_t letters) {
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()))
      .substr(0, letters);
}

year_month_day next(year_month_day date, size_t letters) {
  if (letters == 10) return std::chrono::sys_days(date) + std::chrono::days(1);
  const year_month_day first = date.year() / date.month() / 1;
  return letters == 7 ? first + std::chrono::months(1)
                      : year_month_day(date.year() / 1 / 1) + std::chrono::years(1);
}

// How many columns reach from one date to another.
size_t count(year_month_day from, year_month_day to, size_t letters) {
  const int years = int(to.year()) - int(from.year());
  if (letters == 4) return size_t(years) + 1;
  if (letters == 7) return size_t(years * 12 + int(unsigned(to.month())) - int(unsigned(from.month()))) + 1;
  return size_t((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count()) + 1;
}

}  // namespace

Columns columns_of(const std::map<std::string, Parts>& days, size_t most) {
  std::map<year_month_day, Parts> dated;
  for (const auto& [day, parts] : days) {
    const Result<Moment> moment = parse_moment(day + "T00:00:00Z");
    if (moment) dated[year_month_day(std::chrono::floor<std::chrono::days>(*moment))] = parts;
  }
  if (dated.empty()) return {"day"};
  const year_month_day last = dated.rbegin()->first;
  year_month_day first = dated.begin()->first;
  size_t letters = 10;
  while (letters > 4 && count(first, last, letters) > most) letters -= 3;
  if (count(first, last, letters) > most) first = (last.year() - std::chrono::years(int(most) - 1)) / 1 / 1;
  Columns columns{letters == 10 ? "day" : letters == 7 ? "month" : "year"};
  std::map<std::string, Parts> sums;
  for (const auto& [date, parts] : dated) {
    Parts& sum = sums[label_of(date, letters)];
    for (size_t i = 0; i < kParts; ++i) sum[i] += parts[i];
  }
  for (year_month_day date = first; date <= last; date = next(date, letters)) {
    const std::string label = label_of(date, letters);
    columns.all.push_back({label, sums[label]});
  }
  return columns;
}

}  // namespace dekko
