#include <gtest/gtest.h>

#include "extractors/fields/dates.h"

namespace dekko {
namespace {

// The time in "2019-05-22T16:05:09+00:00", "" where there is only a day, "none" where no date is read.
std::string time_in(const std::string& line) {
  const Result<FoundDate> date = read_date(line, {.zone = "UTC"}, *parse_moment("2026-01-15T12:00:00Z"));
  if (!date) return "none";
  return date->value.size() > 11 ? date->value.substr(11) : "";
}

using Table = std::vector<std::pair<std::string, std::string>>;

TEST(TimeOfDay, HasAnHourThatIsInThePartOfTheDayBesideIt) {
  const Table table = {
      {"22 May 2019 16:05 PM", "16:05:00+00:00"}, {"22 May 2019 16:05 AM", "none"},
      {"22 May 2019 24:05 PM", "none"},           {"22 May 2019 23:05 PM", "23:05:00+00:00"},
      {"22 May 2019 0:05 PM", "12:05:00+00:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

// In Hindi the evening has the hours from 16 to 19, the night those from 20 to 3, the morning 4 to 11.
TEST(TimeOfDay, HasTheHourThatIsNearestToThePartOfTheDay) {
  const Table table = {
      {"3:30 शाम", "15:30:00+00:00"},  {"8:30 शाम", "20:30:00+00:00"}, {"11:30 शाम", "23:30:00+00:00"},
      {"12:30 शाम", "12:30:00+00:00"}, {"3:30 सुबह", "03:30:00+00:00"}, {"4:30 रात", "04:30:00+00:00"},
      {"7:30 रात", "19:30:00+00:00"},  {"2:30 रात", "02:30:00+00:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in("22 मई 2019 " + line), time) << line;
}

TEST(TimeOfDay, IsOneThatAClockShows) {
  const Table table = {
      {"22 May 2019 23:59:59", "23:59:59+00:00"},
      {"22 May 2019 24:00:00", "none"},
      {"22 May 2019 10:60", "none"},
      {"22 May 2019 10:59:60", "none"},
      {"22 May 2019 0:00:00", "00:00:00+00:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

TEST(TimeOfDay, HasNoMinuteOrSecondThatIsADay) {
  const Table table = {
      {"16h05 22 mai 2019", "16:05:00+00:00"},
      {"16h 22 mai 2019", "16:00:00+00:00"},
      {"16時5分9秒 2019年5月22日", "16:05:09+00:00"},
      {"16時 2019年5月22日", "16:00:00+00:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

TEST(TimeOfDay, MayBeCountedInWords) {
  for (const char* const words : {"16 hours 5 minutes 9 seconds", "à 16 heures 5 minutes 9 secondes",
                                  "16 Uhr 5 Minuten 9 Sekunden", "16 horas 5 minutos 9 segundos"})
    EXPECT_EQ(time_in("22 mai 2019 " + std::string(words)), "16:05:09+00:00") << words;
}

TEST(TimeOfDay, WithADotIsToldByWhatStandsBesideIt) {
  const Table table = {
      {"下午4.05 2019年5月22日", "16:05:00+00:00"}, {"4.05 PM 22 May 2019", "16:05:00+00:00"},
      {"4:05PM22May2019", "16:05:00+00:00"},        {"22 May 2019 16.05", "16:05:00+00:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

TEST(TimeOfDay, HasNoZoneInABracketThatNamesNone) {
  EXPECT_EQ(time_in("22 May 2019 10:00 (KST"), "none");
  EXPECT_EQ(time_in("22 May 2019 10:00 (Wednesday)"), "10:00:00+00:00");
  const Moment now = *parse_moment("2026-01-15T12:00:00Z");
  EXPECT_EQ(read_date("22 May 2019 10:00 (Monday)", {.zone = "UTC"}, now)->doubt, "weekday_disagrees");
}

TEST(TimeOfDay, IsDividedByOneMarkWithoutSpaces) {
  const Table table = {
      {"22 May 2019 16:05:09", "16:05:09+00:00"},
      {"22 May 2019 16.05.09", "16:05:09+00:00"},
      {"22 May 2019 16.05:09", "none"},
      {"22 May 2019 16:05: 09", "none"},
      {"22 May 2019 16:05 :09", "none"},
      {"22 May 2019 16: 05", "none"},
      {"22 May 2019 16 :05", "none"},
      {"22 May 2019 16:05:09.250", "16:05:09+00:00"},
      {"22 May 2019 16:05:09,250", "16:05:09+00:00"},
      {"22 May 2019 16:05:09 .250", "none"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

TEST(TimeOfDay, IsPackedInFourOrSixDigits) {
  const Table table = {
      {"20190522T1605", "16:05:00+00:00"},
      {"20190522T160509", "16:05:09+00:00"},
      {"20190522T160509.250Z", "16:05:09+00:00"},
      {"20190522T16050", "none"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

TEST(TimeOfDay, HasAnOffsetWhereItCanBeNoEndOfAnEvent) {
  const Table table = {
      {"22 May 2019 10:00 +0530", "10:00:00+05:30"},
      {"22 May 2019 10:00 -0330", "10:00:00-03:30"},
      {"22 May 2019 10:00 +05:30", "10:00:00+05:30"},
      {"22 May 2019 10:00:00+05", "10:00:00+05:00"},
      {"22 May 2019 10:00-12:00", "none"},
      {"22 May 2019 10:00 -12", "none"},
      {"22 May 2019 10:00 UTC+1400", "10:00:00+14:00"},
      {"22 May 2019 10:00 UTC+1401", "none"},
      {"22 May 2019 10:00 (KST)", "10:00:00+09:00"},
      {"22 May 2019 10:00 +0900 (KST)", "10:00:00+09:00"},
      {"22 May 2019 10:00 +0900 (Korean Standard Time)", "10:00:00+09:00"},
      {"22 May 2019 10:00 EST+0900", "none"},
      {"22 May 2019 4:05 p.m.(KST)", "16:05:00+09:00"},
      {"22 May 2019 4:05 PM(KST)", "16:05:00+09:00"},
  };
  for (const auto& [line, time] : table) EXPECT_EQ(time_in(line), time) << line;
}

}  // namespace
}  // namespace dekko
