#include "extractors/fields/date_word_table.h"

namespace dekko {

namespace {

using enum WordRole;

constexpr int kMinute = 60, kHour = 3600, kDay = 86400;

// Months and weekdays here are English ones and spellings that CLDR does not have.
constexpr WordRow kRows[] = {
    // -- English: known to every language, for sites mix it in -----------------------------------------------
    {"en", kMonth, 1, 1, "january|february|march|april|may|june|july|august|september|october|november|december"},
    {"en", kMonth, 1, 1, "jan|feb|mar|apr||jun|jul|aug|sep|oct|nov|dec"},
    {"en", kMonth, 9, 0, "sept"},
    {"en", kWeekday, 0, 1, "sunday|monday|tuesday|wednesday|thursday|friday|saturday"},
    {"en", kWeekday, 0, 1, "sun|mon|tue|wed|thu|fri|sat"},
    {"en", kWeekday, 1, 1, "|tues|weds|thurs"},
    {"en", kWeekday, 4, 0, "thur"},
    {"en", kHalfDay, 0, 1, "am|pm"},
    {"en", kFixedTime, 0, 12, "midnight|noon"},
    {"en", kYearMark, 0, 0, "year"},
    {"en", kHourMark, 0, 0, "h|hrs"},
    {"en", kOrdinal, 0, 0, "st|nd|rd|th"},
    {"en", kLink, 0, 0, "of|at|on|the|and|t"},
    {"en", kLabel, 0, 0, "published|published on|posted|posted on|updated|last updated|date|created|released|added"},
    {"en", kLabel, 0, 0, "modified|last modified|first published|originally published|publication date|issued"},
    {"en", kAgo, 0, 0, "ago"},
    {"en", kOne, 0, 0, "a|an|one"},
    {"en", kUnit, 1, 0, "s|sec|secs|second|seconds"},
    {"en", kUnit, kMinute, 0, "m|min|mins|minute|minutes"},
    {"en", kUnit, kHour, 0, "h|hr|hrs|hour|hours"},
    {"en", kUnit, kDay, 0, "d|day|days"},
    {"en", kCoarseUnit, 0, 0, "w|wk|wks|week|weeks|mo|mos|month|months|y|yr|yrs|year|years"},
    {"en", kDaysBack, 0, 1, "today|yesterday|the day before yesterday"},
    {"en", kDaysBack, 2, 0, "day before yesterday"},
    {"en", kNow, 0, 0, "now|just now|right now"},
    {"en", kZone, 0, 0, "utc|gmt|z"},
    {"en", kZone, -480, 60, "pst|mst||est"},
    {"en", kZone, -420, 60, "pdt|mdt|cdt|edt"},
    {"en", kZone, 0, 60, "wet|cet|eet|msk"},
    {"en", kZone, 60, 60, "west|cest|eest"},
    {"en", kZone, 480, 60, "sgt|jst|aest|aedt|nzst|nzdt"},
    {"en", kZone, 540, 0, "kst"},
    {"en", kZone, 480, 0, "hkt"},
};

}  // namespace

std::span<const WordRow> date_word_table() { return kRows; }

}  // namespace dekko
