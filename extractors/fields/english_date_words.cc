#include "extractors/fields/date_word_rows.h"

namespace dekko {

namespace {

using enum WordRole;

constexpr int kMinute = 60, kHour = 3600, kDay = 86400;

constexpr WordRow kRows[] = {
    {"en", kMonth, 1, 1,
     "january|february|march|april|may|june|july|august|september|october|november|december"},
    {"en", kMonth, 1, 1, "jan|feb|mar|apr||jun|jul|aug|sep|oct|nov|dec"},
    {"en", kMonth, 9, 0, "sept"},
    {"en", kWeekday, 0, 1, "sunday|monday|tuesday|wednesday|thursday|friday|saturday"},
    {"en", kWeekday, 0, 1, "sun|mon|tue|wed|thu|fri|sat"},
    {"en", kWeekday, 1, 1, "|tues|weds|thurs"},
    {"en", kWeekday, 4, 0, "thur"},
    {"en", kDayPart, kHoursBeforeNoon, kHoursAfterNoon - kHoursBeforeNoon, "am|pm"},
    {"en", kFixedTime, 0, 12, "midnight|noon"},
    {"en", kYearMark, 0, 0, "year"},
    {"en", kEra, 0, 0, "ad"},
    {"en", kHourMark, 0, 0, "h|hrs|o'clock|hours"},
    {"en", kOrdinal, 0, 0, "st|nd|rd|th"},
    {"en", kLink, 0, 0, "of|at|on|the|and|day"},
    {"en", kClock, 0, 0, "t"},
    {"en", kLabel, 0, 0,
     "published|published on|posted|posted on|updated|last updated|date|created|released|added"},
    {"en", kLabel, 0, 0,
     "modified|last modified|first published|originally published|publication date|issued"},
    {"en", kLabel, 0, 0,
     "published at|updated on|updated at|posted at|last updated on|last update|release date"},
    {"en", kLabel, 0, 0, "about|around|approximately"},
    {"en", kAgo, 0, 0, "ago"},
    {"en", kCount, 1, 0, "a|an|one"},
    {"en", kCount, 2, 1, "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"},
    {"en", kSecondsBack, 30 * kMinute, 0, "half an hour ago"},
    {"en", kUnit, 1, 0, "s|sec|secs|second|seconds"},
    {"en", kUnit, kMinute, 0, "m|min|mins|minute|minutes"},
    {"en", kUnit, kHour, 0, "h|hr|hrs|hour|hours"},
    {"en", kUnit, kDay, 0, "d|day|days"},
    {"en", kCoarseUnit, 0, 0,
     "w|wk|wks|week|weeks|mo|mos|mth|mths|month|months|y|yr|yrs|year|years|decade|decades"},
    {"en", kDaysBack, 0, 1, "today|yesterday|the day before yesterday"},
    {"en", kDaysBack, 2, 0, "day before yesterday"},
    {"en", kNow, 0, 0, "now|just now|right now|moments ago|a moment ago|few seconds ago|a few seconds ago"},
    {"en", kZone, 0, 0, "utc|gmt|z|wet"},
    {"en", kZone, -480, 60, "pst|mst||est"},
    {"en", kZone, -420, 60, "pdt|mdt|cdt|edt"},
    {"en", kZone, -540, 60, "akst|akdt"},
    {"en", kZone, -600, 0, "hst"},
    {"en", kZone, -210, 60, "nst|ndt"},
    {"en", kZone, -180, 0, "brt|art|adt"},
    {"en", kZone, 60, 60, "cet|eet|msk"},
    {"en", kZone, 60, 60, "west|cest|eest"},
    {"en", kZone, 60, 0, "wat"},
    {"en", kZone, 120, 60, "sast|eat"},
    {"en", kZone, 120, 60, "cat|trt"},
    {"en", kZone, 300, 0, "pkt"},
    {"en", kZone, 345, 0, "npt"},
    {"en", kZone, 420, 60, "wib|wita|wit"},
    {"en", kZone, 420, 60, "ict|hkt|kst"},
    {"en", kZone, 480, 60, "sgt|jst"},
    {"en", kZone, 480, 0, "myt|awst|pht"},
    {"en", kZone, 600, 60, "aest|aedt|nzst|nzdt"},
    {"en", kZone, 570, 60, "acst|acdt"},
    {"en", kZone, -480, 60,
     "pacific standard time|mountain standard time|central standard time|eastern standard time"},
    {"en", kZone, -420, 60,
     "pacific daylight time|mountain daylight time|central daylight time|eastern daylight time"},
    {"en", kZoneName, 0, 1, "et|ct|mt|pt"},
    {"en", kZoneName, 0, 1, "eastern time|central time|mountain time|pacific time"},
    {"en", kVagueZone, 0, 0, "cst|ist|bst|ast|gst|amt|ect"},
};

}  // namespace

std::span<const WordRow> english_words() {
  return kRows;
}

}  // namespace dekko
