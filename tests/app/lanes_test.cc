#include "app/lanes.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

// "lane:who", or "-".
std::string told(const std::optional<Lanes::First>& first) {
  return first ? first->lane + ":" + std::to_string(first->who) : "-";
}

TEST(Lanes, ServeFirstComeFirstServedWithinALane) {
  Lanes lanes;
  for (size_t who : {7u, 8u}) lanes.join("a", who, false);
  EXPECT_EQ(told(lanes.unscheduled()), "a:7");
  lanes.schedule("a", Seconds(5));
  EXPECT_EQ(told(lanes.unscheduled()), "-");
  EXPECT_EQ(told(lanes.take_due(Seconds(4))), "-");
  EXPECT_EQ(told(lanes.take_due(Seconds(5))), "a:7");
}

TEST(Lanes, LetNobodyGoWhileOneIsUnderWay) {
  Lanes lanes;
  for (size_t who : {1u, 2u}) lanes.join("a", who, false);
  lanes.schedule("a", Seconds(0));
  lanes.take_due(Seconds(0));
  lanes.join("a", 3, true);
  EXPECT_EQ(told(lanes.unscheduled()), "-");
  EXPECT_FALSE(lanes.earliest());
  lanes.open("a");
  EXPECT_EQ(told(lanes.unscheduled()), "a:3");
}

TEST(Lanes, LetTheEarliestLaneGoFirst) {
  Lanes lanes;
  lanes.join("slow", 1, false);
  lanes.join("fast", 2, false);
  lanes.schedule("slow", Seconds(9));
  lanes.schedule("fast", Seconds(3));
  EXPECT_EQ(lanes.earliest(), Seconds(3));
  EXPECT_EQ(told(lanes.take_due(Seconds(10))), "fast:2");
  EXPECT_EQ(told(lanes.take_due(Seconds(10))), "slow:1");
}

TEST(Lanes, ForgetTheirMomentForOneWhoGoesAhead) {
  Lanes lanes;
  lanes.join("a", 1, false);
  lanes.schedule("a", Seconds(5));
  lanes.join("a", 2, true);
  EXPECT_FALSE(lanes.earliest());
  EXPECT_EQ(told(lanes.unscheduled()), "a:2");
}

TEST(Lanes, KeepTheirMomentForOneWhoQueuesUp) {
  Lanes lanes;
  lanes.join("a", 1, false);
  lanes.schedule("a", Seconds(5));
  lanes.join("a", 2, false);
  EXPECT_EQ(lanes.earliest(), Seconds(5));
}

TEST(Lanes, GiveWayToTheNextWhenTheFirstLeaves) {
  Lanes lanes;
  for (size_t who : {1u, 2u}) lanes.join("a", who, false);
  lanes.schedule("a", Seconds(5));
  lanes.leave("a");
  EXPECT_FALSE(lanes.earliest());
  EXPECT_EQ(told(lanes.unscheduled()), "a:2");
  lanes.leave("a");
  EXPECT_EQ(told(lanes.unscheduled()), "-");
}

TEST(Lanes, HandBackAllWhoWaitAndKeepTheirLanesClosed) {
  Lanes lanes;
  for (size_t who : {1u, 2u}) lanes.join("a", who, false);
  lanes.join("b", 3, false);
  lanes.schedule("a", Seconds(0));
  lanes.take_due(Seconds(0));
  EXPECT_EQ(lanes.clear(), (std::vector<Lanes::Who>{2, 3}));
  EXPECT_FALSE(lanes.earliest());
  lanes.join("a", 4, false);
  EXPECT_EQ(told(lanes.unscheduled()), "-");
  lanes.open("a");
  EXPECT_EQ(told(lanes.unscheduled()), "a:4");
}

}  // namespace
}  // namespace dekko
