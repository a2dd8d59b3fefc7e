// The words for dates in the world's languages, as ICU's copy of CLDR has them (Gregorian calendar): months,
// weekdays, parts of the day, what stands beside numbers, and how "3 hours ago" is said. Languages, not
// regions: "sr" holds both of its scripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

struct CalendarName {
  enum class Kind {
    kMonth,        // value: 1 to 12
    kWeekday,      // 0 to 6 from Sunday
    kDayPart,      // am, evening: a bit for each hour of the day that it names
    kFixedTime,    // the hour: noon, midnight
    kYearMark,     // stands right after its number, as the next five do; value 0
    kMonthMark,    //
    kDayMark,      //
    kHourMark,     //
    kMinuteMark,   //
    kSecondMark,   //
    kLink,         // stands between the parts: de, klo
    kAgo,          // before or after an amount; value 0
    kUnit,         // seconds in it
    kUnitAgo,      // the same, and that they have passed: "hours ago", órája
    kCoarseUnit,   // week, month, year; value 0
    kDaysBack,     // 0 today, 1 yesterday, 2 the day before
    kSecondsBack,  // an hour ago, in one phrase
    kNow,          // value 0
  };
  Kind kind = Kind::kMonth;
  int value = 0;
  std::string text;  // as CLDR writes it, perhaps with a full stop
};

inline constexpr int kHoursBeforeNoon = 0x000FFF, kHoursAfterNoon = 0xFFF000;  // of kDayPart

// Language subtags, sorted: "af", "agq", ... Stable for the life of the process. About 220; taking them all
// costs some 150 ms, one costs less than a millisecond.
const std::vector<std::string>& calendar_languages();

// Empty for a language that ICU does not know. Names made of digits ("1月", "M01") are left out.
std::vector<CalendarName> calendar_names(const std::string& language);

// How a language tag ("de", "en-GB") orders day, month and year in a date of digits: "dmy", "mdy", "ymd".
// Empty for an unknown language and for "en" without a region, whose readers are of two minds.
std::string numeric_order(std::string_view language_tag);

}  // namespace dekko
