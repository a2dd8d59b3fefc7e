// The parts of a date to the one moment or day they name, or why they name none.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "core/moment.h"
#include "extractors/fields/date_parser.h"
#include "extractors/fields/dates.h"

namespace dekko {

// "YYYY-MM-DD", or RFC 3339 with offset where a time is shown and its zone is known. A weekday that disagrees, a day
// that no calendar has, and 03/04/2024 without an order are refused.
tl::expected<std::string, NoDate> value_of(const DateParts& parts, const DateRules& rules, Moment seen_at);

}  // namespace dekko
