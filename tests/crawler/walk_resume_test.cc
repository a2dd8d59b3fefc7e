#include "crawler/walk/walk.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/crawler/told_walk.h"

namespace dekko {
namespace {

using WalkResume = ToldWalk;

TEST_F(WalkResume, TellsWhereItWillStandBeforeItIsToldSo) {
  begin();
  const Shown shown{.page = 1, .page_count = 9, .urls = cards(1)};
  const WalkPosition after = walk_->position_after(shown);
  EXPECT_EQ(walk_->position().next_page, 1);
  walk_->showed(shown);
  EXPECT_EQ(after.next_page, walk_->position().next_page);
  EXPECT_EQ(after.next_page, 2);
  EXPECT_EQ(after.last_page, 9);
}

TEST_F(WalkResume, StoresAnAddressOnlyWhereNumbersDoNotTellIt) {
  begin();
  show(9);
  EXPECT_EQ(walk_->position().next_url, "");
  begin({.start = address("https://h.example/news")});
  show(9, "https://h.example/news?page=2", cards(1));
  EXPECT_EQ(walk_->position().next_url, "https://h.example/news?page=2");
}

TEST_F(WalkResume, LooksAgainAtTheLastPageThenAtTheMissingOnesThenGoesOn) {
  begin({.start = address(), .resume = WalkPosition{.next_page = 7, .last_page = 8, .missing = {5, 3}}});
  std::vector<int> asked;
  while (std::holds_alternative<PageRequest>(walk_->next())) {
    asked.push_back(page());
    show(8);
  }
  EXPECT_EQ(asked, (std::vector<int>{6, 3, 5, 7, 8}));
  EXPECT_TRUE(walk_->missing().empty());
  EXPECT_EQ(coverage(), "open");  // the earlier walk's seams are not this one's to prove
}

TEST_F(WalkResume, KeepsWhatIsStillMissing) {
  begin({.start = address(), .resume = WalkPosition{.next_page = 3, .last_page = 3, .missing = {1}}});
  show(3);
  fail();
  EXPECT_EQ(page(), 3);
  EXPECT_EQ(walk_->missing(), std::vector<int>{1});
}

TEST_F(WalkResume, GoesOnWithTheSitesOwnNamesForPages) {
  begin(
      {.start = address("https://h.example/news"),
       .resume = WalkPosition{.next_page = 3, .last_page = 9, .next_url = "https://h.example/news?paged=3"}});
  EXPECT_EQ(next(), "2 https://h.example/news?paged=2");
  show(9);
  EXPECT_EQ(next(), "3 https://h.example/news?paged=3");
}

TEST_F(WalkResume, GoesOnCountingFromZero) {
  begin(
      {.start = address("https://h.example/news"),
       .resume = WalkPosition{.next_page = 3, .last_page = 9, .next_url = "https://h.example/news?page=2"}});
  EXPECT_EQ(next(), "2 https://h.example/news?page=1");
}

TEST_F(WalkResume, GoesOnByItsLinkWherePagesHaveNoNumbers) {
  begin({.start = address(), .resume = WalkPosition{.next_page = 3, .next_url = kListing + "?after=abc"}});
  EXPECT_EQ(next(), "3 https://h.example/tag/x/?after=abc");
}

TEST_F(WalkResume, EndsWhereTheListingShrankMeanwhile) {
  begin({.start = address(), .resume = WalkPosition{.next_page = 7, .last_page = 8}});
  show_verdict(Verdict::kPastTheEnd, 4);
  EXPECT_EQ(next(), "reached_last");
}

// Killed in the looks that come after a walk, it had seen pages beyond the one where it stood.
TEST_F(WalkResume, DoesNotTakeAPageThatItLookedAtBeforeForARepeat) {
  begin({.start = address(),
         .resume = WalkPosition{.mode = "new", .next_page = 2, .last_page = 3},
         .before = {{.page = 1, .urls = cards(1)}, {.page = 2, .urls = cards(2)}}});
  show(3);
  show(3);
  EXPECT_EQ(page(), 3);
  show(3, std::nullopt, cards(2));
  EXPECT_EQ(next(), "repeated_page");
}

TEST_F(WalkResume, SurvivesAKillAfterAnyPage) {
  for (int killed_after = 0; killed_after < 8; ++killed_after) {
    begin();
    std::set<int> seen;
    WalkPosition stored = walk_->position();
    for (int i = 0; i < killed_after; ++i) {
      i == 3 ? fail() : (seen.insert(page()), show(8));
      stored = walk_->position();
    }
    begin({.start = address(), .resume = stored});
    while (std::holds_alternative<PageRequest>(walk_->next())) {
      seen.insert(page());
      show(8);
    }
    EXPECT_EQ(seen.size(), 8u) << killed_after;
  }
}

}  // namespace
}  // namespace dekko
