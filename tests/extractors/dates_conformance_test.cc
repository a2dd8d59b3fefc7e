// dateparser's absolute dates, where they lie beside the checkout.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "extractors/fields/dates.h"

namespace dekko {
namespace {

const std::filesystem::path kDates = DEKKO_SOURCE_DIR "/../shared/data/dates/absolute.json";

// As dateparser has it: UTC, no offset, midnight for a day.
std::string in_utc(const std::string& value) {
  if (value.size() == 10) return value + "T00:00:00";
  return to_text(*parse_moment(value)).substr(0, 19);
}

struct Tally {
  size_t right = 0, doubted = 0, refused = 0, wrong = 0, all = 0;
};

// No language is told: the words have to say it. The clock's zone is UTC.
Tally tally() {
  const DateRules rules{.zone = "UTC"};
  const Moment seen_at = *parse_moment("2026-01-15T12:00:00Z");
  Tally tally;
  std::ifstream file(kDates);
  for (const auto& test : nlohmann::json::parse(file)) {
    const std::string input = test["input"], expected = test["expected"];
    const Result<FoundDate> date = read_date(input, rules, seen_at);
    ++tally.all;
    const bool right = date && in_utc(date->value) == expected;
    tally.right += right;
    tally.refused += !date;
    tally.doubted += date && !date->doubt.empty();
    tally.wrong += date && !right && date->doubt.empty();
    if (!right) fmt::print("{}: {}\n", input, date ? date->value : date.error().message());
  }
  return tally;
}

TEST(DatesConformance, ReadsAtLeastNineteenOfTwentyAndGuessesNone) {
  if (!std::filesystem::exists(kDates)) GTEST_SKIP() << "no " << kDates;
  const Tally of = tally();
  fmt::print("{} of {} right, {} of them with a weekday that the day is not; {} refused, {} wrong\n",
             of.right, of.all, of.doubted, of.refused, of.wrong);
  EXPECT_EQ(of.all, 123u);
  EXPECT_EQ(of.wrong, 0u);
  EXPECT_EQ(of.right + of.refused, of.all);
  EXPECT_GE(of.right * 100, of.all * 95);
}

}  // namespace
}  // namespace dekko
