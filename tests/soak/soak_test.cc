// Night after night over five newspapers that change, on a network, a clock, a disk and a machine that fail.
// DEKKO_SOAK_NIGHTS and DEKKO_SOAK_SEED: scripts/soak sets them to a year.
#include <gtest/gtest.h>

#include "tests/soak/audit.h"
#include "tests/soak/months.h"

namespace dekko {
namespace {

constexpr int kFewNights = 8;
constexpr int kMonth = 30;

int number_from(const char* name, int otherwise) {
  const char* text = getenv(name);
  return text ? site::parse_count(text).value() : otherwise;
}

TEST(Soak, KeepsEveryPromiseHoweverManyNightsGoBy) {
  const int nights = number_from("DEKKO_SOAK_NIGHTS", kFewNights);
  Year year(static_cast<uint64_t>(number_from("DEKKO_SOAK_SEED", 1)));
  YearAudit audit(year);
  Months months(year, audit);
  while (year.nights() < nights) {
    year.night([&](const Year::Walked& walked) { audit.after_walk(walked); });
    if (year.nights() % kMonth != 0 && year.nights() != nights) continue;
    EXPECT_TRUE(year.settle());
    audit.after_month();
    months.close();
  }
  months.check_growth();
  audit.at_end();
  months.print();
  for (const auto& [name, invariant] : audit.invariants()) {
    EXPECT_GT(invariant.checked, 0) << name;
    EXPECT_EQ(invariant.broken, 0) << name << ": " << testing::PrintToString(invariant.examples);
  }
}

}  // namespace
}  // namespace dekko
