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

TEST(YearAudit, FindsWhatIsNotSo) {
  Year year(1);
  YearAudit audit(year);
  year.night([&](const Year::Walked& walked) {
    SQLite::Database db(year.db().string(), SQLite::OPEN_READWRITE);
    db.exec("UPDATE version SET headline = 'Nobody wrote this' WHERE id = 7");
    db.exec("UPDATE item SET missing_since = '2024-03-19T22:00:00.000Z' WHERE id = 3");
    db.exec("DELETE FROM sighting WHERE capture_id = (SELECT max(capture_id) FROM sighting)");
    db.exec("UPDATE run SET coverage = 'complete'");  // of a first walk, which leaves its seams open
    audit.after_walk(walked);
  });
  const auto broken = [&](const char* name) { return audit.invariants().at(name).broken; };
  EXPECT_EQ(broken("an item was seen where and as it stood"), 1);
  EXPECT_EQ(broken("an item is called missing only when it is"), 1);
  EXPECT_GT(broken("a walk that is complete or repaired saw all that it claims"), 0);
  EXPECT_EQ(broken("no item is invented"), 0);
}

}  // namespace
}  // namespace dekko
