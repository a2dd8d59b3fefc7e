#include "app/budget.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

namespace dekko {
namespace {

TEST(Duration, Accepts) {
  const std::pair<const char*, double> table[] = {
      {"90", 90}, {"90s", 90}, {"15m", 900}, {"2h", 7200}, {"1h30m", 5400}, {"0.5", 0.5}, {"1d", 86400}};
  for (const auto& [text, seconds] : table) {
    const auto duration = parse_duration(text);
    ASSERT_TRUE(duration) << text;
    EXPECT_DOUBLE_EQ(duration->count(), seconds) << text;
  }
}

TEST(Duration, Refuses) {
  for (const char* text : {"", "x", "5x", "-5", "1h-3m", "nan", "1e400", "99999999d", "h"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

class LocalTimeIsUtc : public testing::Test {
 protected:
  void SetUp() override {
    setenv("TZ", "UTC", 1);
    tzset();
  }
};

TEST_F(LocalTimeIsUtc, UntilIsTheNextSuchTimeOfDay) {
  const Moment noon = *parse_moment("2026-03-01T12:00:00Z");
  EXPECT_EQ(time_until("12:30", noon)->count(), 1800);
  EXPECT_EQ(time_until("11:00", noon)->count(), 23 * 3600);
  EXPECT_EQ(time_until("12:00", noon)->count(), 24 * 3600);
}

TEST_F(LocalTimeIsUtc, UntilRefusesWhatIsNoTimeOfDay) {
  for (const char* text : {"", "12", "24:00", "12:60", "12:30x", "-1:00", "12:", ":30"}) {
    EXPECT_FALSE(time_until(text, Moment())) << text;
  }
}

TEST(Budget, AllowsUntilRequestsOrTimeAreSpent) {
  const Budget budget{.requests = 3, .ends_at = Seconds(100)};
  EXPECT_TRUE(budget.allows(2, Seconds(100)));
  EXPECT_FALSE(budget.allows(3, Seconds(50)));
  EXPECT_FALSE(budget.allows(0, Seconds(100.5)));
  EXPECT_TRUE(Budget{}.allows(1'000'000, Seconds(1e9)));
}

}  // namespace
}  // namespace dekko
