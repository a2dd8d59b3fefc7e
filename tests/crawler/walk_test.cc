#include "crawler/walk/walk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crawler/told_walk.h"

namespace dekko {
namespace {

using WalkTest = ToldWalk;

// -- Other ends ------------------------------------------------------------------------------------------

TEST_F(WalkTest, StopsWhenAPageShowsWhatAnEarlierOneShowed) {
  begin();
  show(5);
  show(5);
  show(5, std::nullopt, cards(1));
  EXPECT_EQ(next(), "repeated_page");
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkTest, StopsPastTheEnd) {
  begin();
  show_next(kListing + "page/2/");
  show_verdict(Verdict::kPastTheEnd);
  EXPECT_EQ(next(), "past_the_end");
  EXPECT_EQ(coverage(), "open");
}

TEST_F(WalkTest, SawNoEndWhereThePageLeadsOnByScript) {
  for (const bool leads_on : {false, true}) {
    begin();
    walk_->showed({.page = 1, .urls = cards(1), .leads_on = leads_on});
    EXPECT_EQ(next(), "no_next_link");
    EXPECT_EQ(coverage(), leads_on ? "open" : "complete");
  }
}

TEST_F(WalkTest, DoesNotBelieveAnEmptyPageInTheMiddle) {
  begin();
  show(4);
  show_verdict(Verdict::kEmpty);
  EXPECT_EQ(page(), 3);
  EXPECT_EQ(walk_->missing(), std::vector<int>{2});
}

TEST_F(WalkTest, StopsAfterThreeEmptyPagesInARow) {
  begin();
  show(9);
  for (int i = 0; i < 3; ++i) show_verdict(Verdict::kPastTheEnd);
  EXPECT_EQ(next(), "past_the_end");
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkTest, EndsAtOnceInAnEmptyListing) {
  for (const Verdict verdict : {Verdict::kEmpty, Verdict::kPastTheEnd}) {
    begin();
    show_verdict(verdict);
    EXPECT_EQ(next(), "empty_listing");
    EXPECT_EQ(coverage(), "complete");
  }
}

TEST_F(WalkTest, StopsAtWhatIsNotTheListing) {
  for (const Verdict verdict : {Verdict::kNotAListing, Verdict::kUnrecognized}) {
    begin();
    show(3);
    show_verdict(verdict);
    EXPECT_EQ(next(), "not_the_listing");
    EXPECT_EQ(walk_->position().next_page, 2);
    EXPECT_EQ(coverage(), "partial");
  }
}

TEST_F(WalkTest, StopsTheNightlyWalkWhereAPageEndsInKnownTerritory) {
  begin({.start = address(), .mode = Mode::kNew, .known = knowledge_of({{"a", "b", "c", "d", "e"}})});
  show(9, std::nullopt, {"x", "y", "z", "a", "b"});
  EXPECT_EQ(page(), 2);
  show(9, std::nullopt, {"a", "b", "c", "d", "e"});
  EXPECT_EQ(next(), "only_known");
}

TEST_F(WalkTest, TakesNoKnownCardsForTerritoryThatWereNotNeighbours) {
  begin({.start = address(), .mode = Mode::kNew, .known = knowledge_of({{"a", "b", "c", "d", "e"}})});
  show(9, std::nullopt, {"e", "c", "a", "d", "b"});
  EXPECT_EQ(page(), 2);
}

TEST_F(WalkTest, GoesOnThroughKnownTerritoryWhenAllIsAskedFor) {
  begin({.start = address(), .known = knowledge_of({cards(1)})});
  show(2);
  EXPECT_EQ(page(), 2);
}

TEST_F(WalkTest, PrefersTheEndToKnownTerritory) {
  begin({.start = address(), .mode = Mode::kNew, .known = knowledge_of({cards(1)})});
  show(1);
  EXPECT_EQ(next(), "reached_last");
}

TEST_F(WalkTest, KeepsItsOwnReasonWhenStoppedTooLate) {
  begin();
  show(1);
  walk_->stop(StopReason::kInterrupted);
  EXPECT_EQ(next(), "reached_last");
}

TEST_F(WalkTest, AnEndThatCouldNotBeStoredIsNone) {
  begin();
  show(1);
  walk_->stop(StopReason::kStorageFailed);
  EXPECT_EQ(next(), "storage_failed");
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkTest, EndsForReasonsFromOutside) {
  for (const StopReason reason :
       {StopReason::kBudget, StopReason::kRefused, StopReason::kInterrupted, StopReason::kStorageFailed}) {
    begin();
    show(3);
    walk_->stop(reason);
    EXPECT_EQ(next(), to_text(reason));
    EXPECT_EQ(coverage(), "partial");
    walk_->showed({.page = 2, .page_count = 3, .urls = cards(2)});
    EXPECT_EQ(walk_->pages_seen(), 1);
  }
}

// -- Failures --------------------------------------------------------------------------------------------

TEST_F(WalkTest, EndsWhenTheFirstPageFails) {
  begin();
  fail();
  EXPECT_EQ(next(), "fetch_failed");
  EXPECT_EQ(walk_->position().next_page, 1);
}

TEST_F(WalkTest, GoesOnAfterAFailureWhereNumbersAllowIt) {
  begin();
  show(4);
  fail();
  EXPECT_EQ(page(), 3);
  show(4);
  show(4);
  EXPECT_EQ(page(), 2);
  fail();
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->missing(), std::vector<int>{2});
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkTest, AsksOnceMoreAtTheEndForAPageThatCouldNotBeHad) {
  begin();
  show(4);
  fail();
  show(4);
  show(4);
  EXPECT_TRUE(std::get<PageRequest>(walk_->next()).once);
  EXPECT_EQ(walk_->position_after({.page = 2, .page_count = 4, .urls = cards(2)}).missing,
            std::vector<int>{});
  show(4);
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->missing(), std::vector<int>{});
  EXPECT_EQ(coverage(), "open");
}

TEST_F(WalkTest, DoesNotAskInTheSameBreathForAPageThatCouldNotBeHad) {
  begin();
  show(2);
  fail();
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->missing(), std::vector<int>{2});
}

TEST_F(WalkTest, DoesNotBelieveAPageThatIsEmptyAtTheOnlyLook) {
  begin();
  show(4);
  fail();
  show(4);
  show(4);
  show_verdict(Verdict::kPastTheEnd, 4);
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->missing(), std::vector<int>{2});
}

TEST_F(WalkTest, EndsAfterThreeFailuresInARowOnly) {
  begin();
  show(9);
  fail();
  fail();
  show(9);
  fail();
  fail();
  EXPECT_EQ(page(), 7);
  fail();
  EXPECT_EQ(next(), "fetch_failed");
  EXPECT_EQ(walk_->missing(), (std::vector<int>{2, 3, 5, 6, 7}));
}

TEST_F(WalkTest, EndsWhenTheNextPageCannotBeNamed) {
  begin();
  show_next("https://h.example/tag/x/?after=abc");
  fail();
  EXPECT_EQ(next(), "fetch_failed");
  EXPECT_EQ(walk_->position().next_url, "https://h.example/tag/x/?after=abc");
}

TEST_F(WalkTest, NeverTakesAFailureForTheEnd) {
  begin();
  show_next(kListing + "page/2/");
  fail();
  EXPECT_EQ(next(), "fetch_failed");
}

// -- Coverage --------------------------------------------------------------------------------------------

TEST_F(WalkTest, IsPartialUntilItIsOver) {
  begin();
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkTest, IsCompleteOnASinglePage) {
  begin();
  show(std::nullopt);
  EXPECT_EQ(next(), "no_next_link");
  EXPECT_EQ(coverage(), "complete");
}

TEST_F(WalkTest, IsOpenWithoutOverlaps) {
  begin();
  show(2);
  show(2);
  EXPECT_EQ(coverage(), "open");
}

TEST_F(WalkTest, SaysWhichSeamsAreOpen) {
  begin();
  for (int i = 0; i < 3; ++i) show(3);
  EXPECT_EQ(walk_->gaps(), (std::vector<Gap>{{Gap::Why::kSeamSeenOnce, 1, 3}}));
  begin();
  show(3, std::nullopt, {"a", "b", "c"});
  show(3, std::nullopt, {"c", "d", "e"});
  show(3, std::nullopt, {"f", "g", "h"});
  EXPECT_EQ(walk_->gaps(), (std::vector<Gap>{{Gap::Why::kSeamSeenOnce, 2, 3}}));
}

TEST_F(WalkTest, SaysWhatIsMissing) {
  begin();
  show(5);
  for (int i = 0; i < 2; ++i) fail();
  for (int i = 0; i < 2; ++i) show(5);
  while (next() != "reached_last") fail();
  EXPECT_EQ(walk_->gaps().front(), (Gap{Gap::Why::kPageMissing, 2, 3}));
  begin();
  show(5);
  walk_->stop(StopReason::kBudget);
  EXPECT_EQ(walk_->gaps().front(), (Gap{Gap::Why::kNotWalked, 2, 5}));
}

TEST_F(WalkTest, SaysThatAListingWasEmptied) {
  begin({.start = address(), .known = knowledge_of({cards(1)})});
  show_verdict(Verdict::kEmpty);
  EXPECT_EQ(coverage(), "open");
  EXPECT_EQ(walk_->gaps(), std::vector<Gap>{{Gap::Why::kEmptied}});
}

TEST_F(WalkTest, IsCompleteWhenEachPageBeginsWithWhatTheOneBeforeEndedWith) {
  begin();
  show(3, std::nullopt, {"a", "b", "c"});
  show(3, std::nullopt, {"c", "d", "e"});
  show(3, std::nullopt, {"d", "e", "f"});
  EXPECT_EQ(coverage(), "complete");
}

TEST_F(WalkTest, TakesAPinnedCardForNoProof) {
  begin();
  show(2, std::nullopt, {"pinned", "a", "b"});
  show(2, std::nullopt, {"pinned", "c", "d"});
  EXPECT_EQ(coverage(), "open");
}

TEST_F(WalkTest, TellsAPinnedCardFromOneThatMovedByTheThirdPageThatShowsIt) {
  const auto says_moved = [&] {
    const std::vector<Gap> gaps = walk_->gaps();
    return std::find(gaps.begin(), gaps.end(), Gap{Gap::Why::kCardsMoved}) != gaps.end();
  };
  begin();
  show(3, std::nullopt, {"pinned", "a", "b"});
  show(3, std::nullopt, {"pinned", "c", "d"});
  EXPECT_TRUE(says_moved());
  show(3, std::nullopt, {"pinned", "e", "f"});
  EXPECT_FALSE(says_moved());
}

}  // namespace
}  // namespace dekko
