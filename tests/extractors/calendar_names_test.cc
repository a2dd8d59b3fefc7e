#include "extractors/text/calendar_names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dekko {
namespace {

using Kind = CalendarName::Kind;

bool has(const std::string& language, Kind kind, const std::string& text) {
  const std::vector<CalendarName> names = calendar_names(language);
  return std::any_of(names.begin(), names.end(),
                     [&](const CalendarName& name) { return name.kind == kind && name.text == text; });
}

TEST(CalendarNames, TakeAWordBetweenFieldsForALinkAndOneGluedToANumberForItsMark) {
  EXPECT_TRUE(has("es", Kind::kLink, "de"));
  EXPECT_FALSE(has("es", Kind::kDayMark, "de"));
  EXPECT_FALSE(has("es", Kind::kMonthMark, "de"));
  EXPECT_TRUE(has("ja", Kind::kDayMark, "日"));
  EXPECT_TRUE(has("ja", Kind::kYearMark, "年"));
}

}  // namespace
}  // namespace dekko
