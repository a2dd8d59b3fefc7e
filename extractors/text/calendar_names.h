// Month, weekday and half-day names of the world's languages, as ICU's copy of CLDR has them (Gregorian calendar,
// formatted and stand-alone, wide and abbreviated). Languages, not regions: "sr" holds both of its scripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

struct CalendarName {
  enum class Kind { kMonth, kWeekday, kHalfDay };
  Kind kind = Kind::kMonth;
  int value = 0;     // month 1 to 12; weekday 0 to 6 from Sunday; half of the day 0 or 1
  std::string text;  // as CLDR writes it, perhaps with a full stop
};

// Language subtags, sorted: "af", "agq", ... Stable for the life of the process. About 220; taking them all costs
// some 30 ms, one costs a tenth of one.
const std::vector<std::string>& calendar_languages();

// Empty for a language that ICU does not know. Names made of digits ("1月", "M01") are left out.
std::vector<CalendarName> calendar_names(const std::string& language);

// How a language tag ("de", "en-GB") orders day, month and year in a date of digits: "dmy", "mdy", "ymd". Empty for an
// unknown language and for "en" without a region, whose readers are of two minds.
std::string numeric_order(std::string_view language_tag);

}  // namespace dekko
