#include "extractors/infer/date_order.h"

#include <algorithm>

#include "extractors/extract.h"

namespace dekko {

namespace {

using Order = DateRules::Order;

struct Dates {
  int read = 0;      // cards with a date
  int doubtful = 0;  // problems with a date: unclear, in the future
  int falling = 0;   // cards dated no later than the one above
};

Dates dates_in(const std::vector<Sample>& samples, const Profile& writing) {
  Dates dates;
  for (const Sample& sample : samples) {
    const Result<Page> page = extract(*sample.capture, writing);
    if (!page) continue;
    std::string above = "9999";
    for (const Card& card : page->cards) {
      for (const Problem& problem : card.problems) dates.doubtful += problem.field == "published";
      if (!card.published) continue;
      ++dates.read;
      dates.falling += card.published->substr(0, 10) <= above;
      above = card.published->substr(0, 10);
    }
  }
  return dates;
}

}  // namespace

void settle_date_order(const std::vector<Sample>& samples, Profile& writing) {
  if (writing.dates.order != Order::kUnknown) return;
  const Dates unsettled = dates_in(samples, writing);
  if (unsettled.doubtful == 0) return;
  writing.dates.order = Order::kDayFirst;
  const Dates day_first = dates_in(samples, writing);
  writing.dates.order = Order::kMonthFirst;
  const Dates month_first = dates_in(samples, writing);
  const auto better = [](const Dates& a, const Dates& b) {
    return a.read > b.read || (a.read == b.read && a.doubtful <= b.doubtful && a.falling > b.falling);
  };
  if (better(day_first, month_first))
    writing.dates.order = Order::kDayFirst;
  else if (!better(month_first, day_first))
    writing.dates.order = Order::kUnknown;
}

}  // namespace dekko
