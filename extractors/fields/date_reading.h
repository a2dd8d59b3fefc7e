// The parts of a date to the one moment or day they name, or why they name none.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "core/moment.h"
#include "extractors/fields/date_parser.h"
#include "extractors/fields/dates.h"

namespace dekko {

struct DateValue {
  std::string text;  // "YYYY-MM-DD", or RFC 3339 with offset where a time is shown and its zone is known
  std::string_view doubt = {};  // see FoundDate
};

// Why 03/04/2024 names no day, where neither the rules nor a weekday give an order.
inline constexpr std::string_view kUnclearOrder = "does not tell day from month";

// A day that no calendar has, and 03/04/2024 where neither the rules nor a weekday give an order, are
// refused. A weekday that disagrees is a doubt: the day itself is told more exactly.
tl::expected<DateValue, NoDate> value_of(const DateParts& parts, const DateRules& rules, Moment seen_at);

}  // namespace dekko
