// What dates refuse, doubt, and owe to the rules.
#include <gtest/gtest.h>

#include "core/limits.h"
#include "extractors/fields/dates.h"

namespace dekko {
namespace {

using Table = std::vector<std::pair<std::string, std::string>>;
using Order = DateRules::Order;

const Moment kSeenAt = *parse_moment("2026-01-15T12:00:00Z");

// The value, its doubt beside it, or why there is none.
std::string read(std::string_view text, const DateRules& rules = {}) {
  const Result<FoundDate> date = read_date(text, rules, kSeenAt);
  if (!date) return date.error().detail;
  return date->value + (date->doubt.empty() ? "" : " " + std::string(date->doubt));
}

std::string at_end(std::string_view line, const DateRules& rules = {}) {
  const auto date = date_at_end(line, rules, kSeenAt);
  return date ? std::string(line.substr(0, date->begin)) + "[" + date->text + "]" + date->value : "";
}

TEST(DateRules, RefuseWhatIsNoDate) {
  const Table table = {
      {"", "is no date"},
      {"USA Today", "is no date"},
      {"Martha May", "is no date"},
      {"5 min read", "is no date"},
      {"1,234 views", "is no date"},
      {"Vol. 3, May 2024", "is no date"},
      {"Week 12, 2024", "is no date"},
      {"192.168.1.2024", "is no date"},
      {"12345678", "is no date"},
      {"1484823450", "is no date"},
      {"二〇二四年", "is no date"},
      {"2024", "is no date"},
      {"April 2024", "names no day"},
      {"May 5", "has no year"},
      {"5 May", "has no year"},
      {"March 32, 2024", "is a day that no calendar has"},
      {"30 February 2024", "is a day that no calendar has"},
      {"2024-02-30", "is a day that no calendar has"},
      {"0000-03-05", "is a day that no calendar has"},
      {"2024-13-40", "is a day that no calendar has"},
      {"13/13/2024", "is a day that no calendar has"},
      {"00/00/2024", "is a day that no calendar has"},
      {"March 3 2024 March 4 2024", "names two months"},
      {"Monday Tuesday March 4 2024", "names two weekdays"},
      {"March 3 = 2024", "is no date"},
      {"3 March 2024 10:00 UTC (Korean", "is no date"},
  };
  for (const auto& [text, reason] : table) EXPECT_EQ(read(text), reason) << text;
  for (const std::string_view text :
       {"10:30", "12/05", "3/4", "1-2-3", "1/2/3", "1.2.3", "10 12 2024", "March 3 2024 25:61",
        "March 3 2024 10:30 11:30", "Covid-19 March 2020"}) {
    EXPECT_FALSE(read_date(text, {}, kSeenAt)) << text;
  }
}

TEST(DateRules, AnUnclearOrderIsNeverGuessed) {
  EXPECT_EQ(read("03/04/2024"), "does not tell day from month");
  EXPECT_EQ(read("3.4.2024", {.language = "en"}), "does not tell day from month");
  EXPECT_EQ(read("03/04/24"), "does not tell day from month");
  EXPECT_EQ(read("03/03/2024"), "2024-03-03");
  EXPECT_EQ(read("13/04/2024"), "2024-04-13");
  EXPECT_EQ(read("04/13/2024"), "2024-04-13");
  EXPECT_EQ(read("Wed, 03/04/2024"), "2024-04-03") << "the weekday tells";
}

TEST(DateRules, OrderComesFromTheRulesOrTheLanguage) {
  EXPECT_EQ(read("03/04/2024", {.order = Order::kDayFirst}), "2024-04-03");
  EXPECT_EQ(read("03/04/2024", {.order = Order::kMonthFirst}), "2024-03-04");
  EXPECT_EQ(read("03/04/2024", {.order = Order::kMonthFirst, .language = "de"}), "2024-03-04");
  EXPECT_EQ(read("03/04/2024", {.language = "de"}), "2024-04-03");
  EXPECT_EQ(read("03/04/2024", {.language = "en-GB"}), "2024-04-03");
  EXPECT_EQ(read("03/04/2024", {.language = "en-US"}), "2024-03-04");
  EXPECT_EQ(read("24.03.04", {.language = "ko"}), "2024-03-04");
  EXPECT_EQ(read("04.03.24", {.language = "ru"}), "2024-03-04");
}

TEST(DateRules, UnclearEndingsAreFoundToBeNamed) {
  EXPECT_EQ(unclear_date_at_end("Jane Doe | 03/04/2024", {}, kSeenAt), "03/04/2024");
  EXPECT_EQ(unclear_date_at_end("03/04/2024 10:30", {}, kSeenAt), "03/04/2024 10:30");
  EXPECT_EQ(unclear_date_at_end("Jane Doe | 13/04/2024", {}, kSeenAt), "");
  EXPECT_EQ(unclear_date_at_end("03/04/2024", {.language = "de"}, kSeenAt), "");
  EXPECT_EQ(unclear_date_at_end("version 1.2.3", {}, kSeenAt), "");
  EXPECT_EQ(unclear_date_at_end("", {}, kSeenAt), "");
}

TEST(DateRules, AWeekdayThatDisagreesIsADoubt) {
  EXPECT_EQ(read("Sunday, March 19, 2024"), "2024-03-19 weekday_disagrees");
  EXPECT_EQ(read("Tuesday, March 19, 2024"), "2024-03-19");
}

TEST(DateRules, AZoneThatMeansSeveralLeavesTheDay) {
  EXPECT_EQ(read("March 19, 2024 10:00 CST"), "2024-03-19 zone_means_several");
  EXPECT_EQ(read("March 19, 2024 10:00 IST"), "2024-03-19 zone_means_several");
}

TEST(DateRules, ATimeNeedsAZone) {
  EXPECT_EQ(read("March 19, 2024 10:00"), "2024-03-19");
  EXPECT_EQ(read("March 19, 2024 10:00", {.zone = "Asia/Seoul"}), "2024-03-19T10:00:00+09:00");
  EXPECT_EQ(read("March 19, 2024 10:00", {.zone = "-03:30"}), "2024-03-19T10:00:00-03:30");
  EXPECT_EQ(read("March 19, 2024", {.zone = "Asia/Seoul"}), "2024-03-19");
  EXPECT_EQ(read("March 19, 2024 10:00 UTC", {.zone = "Asia/Seoul"}), "2024-03-19T10:00:00+00:00");
  EXPECT_EQ(read("March 31, 2024 02:30", {.zone = "Europe/Berlin"}), "2024-03-31")
      << "an hour that is skipped";
}

TEST(DateRules, ShortYearsAreOfTheLastHundred) {
  EXPECT_EQ(read("19 March 95"), "1995-03-19");
  EXPECT_EQ(read("19 March '27"), "2027-03-19");
  EXPECT_EQ(read("19 March '28"), "1928-03-19");
}

TEST(DateRules, WordsOfAKnownLanguageGoFirst) {
  EXPECT_EQ(read("22. lip 2019"), "means different days in different languages");
  EXPECT_EQ(read("22. lip 2019", {.language = "hr"}), "2019-06-22");
  EXPECT_EQ(read("22 lip 2019", {.language = "pl"}), "2019-07-22");
  EXPECT_EQ(read("19 mars 2024", {.language = "ja"}), "2024-03-19");
  EXPECT_EQ(read("19 March 2024", {.language = "ko"}), "2024-03-19");
}

TEST(DateAtEnd, IsFoundHoweverItIsGlued) {
  const Table table = {
      {"Colin ZwirkoMarch 27, 2025", "Colin Zwirko[March 27, 2025]2025-03-27"},
      {"Jane Doe March 3, 2024", "Jane Doe [March 3, 2024]2024-03-03"},
      {"Jin June 13, 2025", "Jin [June 13, 2025]2025-06-13"},
      {"April May 5, 2024", "April [May 5, 2024]2024-05-05"},
      {"Jan Sun March 3, 2024", "Jan [Sun March 3, 2024]2024-03-03"},
      {"Jan Sun March 4, 2024", "Jan Sun [March 4, 2024]2024-03-04"},
      {"NK PROMarch 3, 2024", "NK PRO[March 3, 2024]2024-03-03"},
      {"Jane Doe • 19.03.2024 г.", "Jane Doe • [19.03.2024]2024-03-19"},
      {"김가람 2024년 3월 19일", "김가람 [2024년 3월 19일]2024-03-19"},
      {"佐藤2024年3月19日", "佐藤[2024年3月19日]2024-03-19"},
      {"Jane Doe, 3 hours ago", "Jane Doe, [3 hours ago]2026-01-15T09:00:00+00:00"},
      {"USA Today", ""},
      {"Desk 20240319", ""},
      {"The port of March 3, 2024 was", ""},
      {"", ""},
  };
  for (const auto& [line, found] : table) EXPECT_EQ(at_end(line, {.zone = {}}), found) << line;
}

TEST(DatetimeAttribute, IsADayOrAMoment) {
  const Table table = {
      {"2024-03-19", "2024-03-19"},
      {"2024-03-19T08:05:00+09:00", "2024-03-19T08:05:00+09:00"},
      {"2024-03-19T08:05:00Z", "2024-03-19T08:05:00Z"},
      {"2024-03-19T08:05", "2024-03-19"},
      {"2024-03-19 08:05", "2024-03-19"},
      {"2024-02-30", ""},
      {"March 19, 2024", ""},
      {"2024-03", ""},
      {"", ""},
  };
  for (const auto& [value, expected] : table) {
    const auto date = read_datetime_attribute(value);
    EXPECT_EQ(date ? date->value : "", expected) << value;
  }
}

TEST(Dates, EveryTruncationIsReadWithoutHarm) {
  for (const std::string text :
       {"Published: Wednesday, 22nd of May 2019 at 4:05:09.123 p.m. GMT+09:00 (KST)",
        "令和元年五月二十二日（水）午後4時05分", "วันพุธที่ 22 พฤษภาคม พ.ศ. 2562 เวลา 16:05 น.", "20190522160509",
        "الأربعاء، ٢٢ أيار/مايو ٢٠١٩ الساعة 4:05 م"}) {
    for (size_t size = 0; size <= text.size(); ++size) {
      const std::string cut = text.substr(0, size);
      const auto whole = read_date(cut, {}, kSeenAt);
      EXPECT_TRUE(!whole || whole->begin + whole->text.size() <= size);
      const auto end = date_at_end(cut, {}, kSeenAt);
      EXPECT_TRUE(!end || end->begin + end->text.size() <= size);
      EXPECT_LE(unclear_date_at_end(cut, {}, kSeenAt).size(), size);
    }
  }
}

TEST(Dates, HostileLinesAreReadInBounds) {
  std::string marks;
  while (marks.size() < limits::kFieldBytes) marks += "a\u0301\u0301\u0301 ";
  std::string months;
  while (months.size() < limits::kFieldBytes) months += "May ";
  for (const std::string& line :
       {std::string(1 << 20, '7'), std::string(100'000, ' '), marks, months, std::string(1 << 20, '/'),
        std::string(100'000, '\xFF'), std::string(100'000, ' ') + "March 3, 2024"}) {
    EXPECT_FALSE(read_date(line, {}, kSeenAt));
    const auto end = date_at_end(line, {}, kSeenAt);
    EXPECT_EQ(end.has_value(), line.ends_with("2024"));
    EXPECT_EQ(unclear_date_at_end(line, {}, kSeenAt), "");
  }
}

}  // namespace
}  // namespace dekko
