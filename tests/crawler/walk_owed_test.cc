// Pages that no run could have yet: the next one asks for them, wherever their cards stand by then.
#include <gtest/gtest.h>

#include "tests/crawler/told_walk.h"

namespace dekko {
namespace {

class WalkOwed : public ToldWalk {
 protected:
  // The night after one that saw page 1 and 2 of 9.
  void begin_night(std::vector<int> owed) {
    Knowledge known = knowledge_of({cards(1), cards(2)});
    known.end_run();
    begin({.start = address(), .mode = Mode::kNew, .known = known, .owed = std::move(owed)});
  }
};

TEST_F(WalkOwed, IsAskedForAfterTheWalk) {
  begin_night({3, 7});
  show(9, std::nullopt, cards(1));
  EXPECT_EQ(next(), "3 https://h.example/tag/x/page/3/");
  EXPECT_TRUE(std::get<PageRequest>(walk_->next()).once);
  show(9);
  EXPECT_EQ(page(), 7);
  show(9);
  EXPECT_EQ(next(), "only_known");
  EXPECT_EQ(walk_->missing(), std::vector<int>{});
  EXPECT_EQ(coverage(), "complete");
}

TEST_F(WalkOwed, StaysOwedWhereItCannotBeHadAgain) {
  begin_night({3});
  show(9, std::nullopt, cards(1));
  fail();
  EXPECT_EQ(next(), "only_known");
  EXPECT_EQ(walk_->position().missing, std::vector<int>{3});
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkOwed, StandsFurtherDownByWhatWasPutInSince) {
  begin({.start = address(),
         .mode = Mode::kNew,
         .known = knowledge_of({{"a", "b", "c", "d", "e"}}),
         .owed = {3}});
  const Shown first{.page = 1, .page_count = 9, .urls = {"new", "a", "b", "c", "d", "e"}};
  const WalkPosition stored = walk_->position_after(first);
  walk_->showed(first);
  EXPECT_EQ(walk_->missing(), (std::vector<int>{3, 4}));
  EXPECT_EQ(stored.missing, walk_->missing());
}

TEST_F(WalkOwed, IsPaidWhereTheWalkItselfComesThatFar) {
  begin_night({2});
  show(3, std::nullopt, {"https://h.example/a", "https://h.example/b", "https://h.example/c"});
  show(3, std::nullopt, {"https://h.example/d", "https://h.example/e", "https://h.example/f"});
  show(3, std::nullopt, cards(1));
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->missing(), std::vector<int>{});
}

TEST_F(WalkOwed, IsStoredBeforeItIsAskedFor) {
  begin_night({3});
  EXPECT_EQ(walk_->position().missing, std::vector<int>{3});
  walk_->stop(StopReason::kInterrupted);
  EXPECT_EQ(walk_->position().missing, std::vector<int>{3});
}

TEST_F(WalkOwed, IsNoMoreWhereTheListingIsShorterNow) {
  begin_night({9});
  show(2, std::nullopt, cards(1));
  EXPECT_EQ(page(), 2);
  show(2, std::nullopt, cards(2));
  EXPECT_EQ(walk_->missing(), std::vector<int>{});
}

}  // namespace
}  // namespace dekko
