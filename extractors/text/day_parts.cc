#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <string_view>

#include "extractors/text/calendar_sources.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Kind = CalendarName::Kind;

constexpr int kHours = 24;

// What a clock's pattern shows at each full hour of a day in UTC; empty if ICU cannot say.
std::vector<std::string> shown_each_hour(const icu::Locale& locale, const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString(pattern), locale, status);
  if (U_FAILURE(status)) return {};
  format.setTimeZone(*icu::TimeZone::getGMT());
  std::vector<std::string> shown;
  for (int hour = 0; hour < kHours; ++hour) {
    icu::UnicodeString text;
    shown.push_back(utf8(format.format(UDate(hour) * 3'600'000, text)));
  }
  return shown;
}

void add_parts(const std::vector<std::string>& shown, std::vector<CalendarName>& out) {
  std::map<std::string_view, int> hours;
  for (size_t hour = 0; hour < shown.size(); ++hour) hours[shown[hour]] |= 1 << hour;
  for (const auto& [name, set] : hours) {
    const bool initial = length_of(name) < 2 && !is_unspaced(code_point_at(name, 0).value);
    if (!initial) add_name(Kind::kDayPart, set, std::string(name), out);
  }
}

}  // namespace

void add_day_parts(const icu::Locale& locale, std::vector<CalendarName>& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) return;
  int32_t count = 0;
  const icu::UnicodeString* halves = symbols.getAmPmStrings(count);
  if (count > 0) add_name(Kind::kDayPart, kHoursBeforeNoon, utf8(halves[0]), out);
  if (count > 1) add_name(Kind::kDayPart, kHoursAfterNoon, utf8(halves[1]), out);
  for (const char16_t* finer : {u"BBBB", u"B", u"BBBBB"}) add_parts(shown_each_hour(locale, finer), out);
  const std::vector<std::string> fixed = shown_each_hour(locale, u"bbbb");
  if (fixed.empty()) return;
  for (const size_t hour : {size_t{0}, size_t{12}}) {
    if (fixed[hour] != fixed[hour + 1]) add_name(Kind::kFixedTime, static_cast<int>(hour), fixed[hour], out);
  }
}

}  // namespace dekko
