#include "crawler/walk/walk.h"

#include <gtest/gtest.h>

#include "core/limits.h"
#include "tests/crawler/told_walk.h"

namespace dekko {
namespace {

using WalkPaging = ToldWalk;

// -- Numbers ---------------------------------------------------------------------------------------------

TEST_F(WalkPaging, GoesFromPageOneToN) {
  begin();
  EXPECT_EQ(next(), "1 https://h.example/tag/x/");
  EXPECT_EQ(next(), "1 https://h.example/tag/x/");  // asking changes nothing
  show(3);
  EXPECT_EQ(next(), "2 https://h.example/tag/x/page/2/");
  show(3);
  EXPECT_EQ(next(), "3 https://h.example/tag/x/page/3/");
  show(3);
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->pages_seen(), 3);
}

TEST_F(WalkPaging, BeginsAtPageOneWhateverPageWasNamed) {
  begin({.start = address(kListing + "page/7/?utm_source=x")});
  EXPECT_EQ(next(), "1 https://h.example/tag/x/");
}

TEST_F(WalkPaging, ReadsNAnewOnEachPage) {
  begin();
  show(2);
  show(3);
  EXPECT_EQ(next(), "3 https://h.example/tag/x/page/3/");
  show(2);
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(walk_->last_page(), 2);
}

TEST_F(WalkPaging, KeepsNThroughAPageWithoutAPager) {
  begin();
  show(3);
  show(std::nullopt);
  EXPECT_EQ(page(), 3);
}

TEST_F(WalkPaging, TakesTheRangeThatWasAskedFor) {
  begin({.start = address(), .mode = Mode::kRange, .first = 2, .last = 3});
  EXPECT_EQ(next(), "2 https://h.example/tag/x/page/2/");
  EXPECT_EQ(walk_->last_page(), 3);
  show(9);
  show(9);
  EXPECT_EQ(next(), "reached_last");
}

TEST_F(WalkPaging, TakesARangeByNumberWhereThereIsNoPager) {
  begin({.start = address(), .mode = Mode::kRange, .first = 1, .last = 2});
  show(std::nullopt);
  EXPECT_EQ(next(), "2 https://h.example/tag/x/page/2/");
}

TEST_F(WalkPaging, EndsARangeWhereTheListingEnds) {
  begin({.start = address(), .mode = Mode::kRange, .first = 2, .last = 9});
  show(3);
  show(3);
  EXPECT_EQ(next(), "reached_last");
}

TEST_F(WalkPaging, HasNothingToDoInARangeTheWrongWayRound) {
  begin({.start = address(), .mode = Mode::kRange, .first = 5, .last = 3});
  EXPECT_EQ(next(), "reached_last");
  EXPECT_EQ(coverage(), "partial");
}

TEST_F(WalkPaging, FollowsALinkBeyondN) {
  begin();
  show(1, kListing + "page/2/", cards(1));
  EXPECT_EQ(next(), "2 https://h.example/tag/x/page/2/");
}

TEST_F(WalkPaging, DoesNotBelieveAnAbsurdN) {
  begin();
  show(2'000'000'000);
  EXPECT_EQ(walk_->last_page(), limits::kPages);
}

TEST_F(WalkPaging, StopsAtTheLimitOfPages) {
  begin({.start = address(), .mode = Mode::kRange, .first = limits::kPages});
  show_next(kListing + "page/" + std::to_string(limits::kPages + 1) + "/");
  EXPECT_EQ(next(), "budget");
}

// -- Links -----------------------------------------------------------------------------------------------

TEST_F(WalkPaging, FollowsNextLinksWhereThereAreNoNumbers) {
  begin();
  show_next("https://h.example/tag/x/?after=abc");
  EXPECT_EQ(next(), "2 https://h.example/tag/x/?after=abc");
  show_next("https://h.example/tag/x/?after=def");
  EXPECT_EQ(next(), "3 https://h.example/tag/x/?after=def");
  show(std::nullopt);
  EXPECT_EQ(next(), "no_next_link");
}

TEST_F(WalkPaging, LearnsFromTheLinkHowTheSiteNamesPages) {
  begin({.start = address("https://h.example/news?s=a")});
  show(9, "https://h.example/news?s=a&paged=2", cards(1));
  EXPECT_EQ(next(), "2 https://h.example/news?s=a&paged=2");
  show(9);
  EXPECT_EQ(next(), "3 https://h.example/news?s=a&paged=3");
}

TEST_F(WalkPaging, LearnsWhereTheSiteWritesNoClosingSlash) {
  begin({.start = address("https://h.example/tag/x")});
  show(9, "https://www.h.example/tag/x/page/2", cards(1));
  show(9);
  EXPECT_EQ(next(), "3 https://www.h.example/tag/x/page/3");
}

TEST_F(WalkPaging, SeesThatASiteCountsFromZero) {
  begin({.start = address("https://h.example/news")});
  show(3, "https://h.example/news?page=1", cards(1));
  EXPECT_EQ(next(), "2 https://h.example/news?page=1");
  show(3, "https://h.example/news?page=2", cards(2));
  EXPECT_EQ(next(), "3 https://h.example/news?page=2");
}

TEST_F(WalkPaging, FollowsOffsetsThoughThePagerHasNumbers) {
  begin();
  show(3, "https://h.example/tag/x/?start=10", cards(1));
  EXPECT_EQ(next(), "2 https://h.example/tag/x/?start=10");
  show(3, "https://h.example/tag/x/?start=20", cards(2));
  show(3, std::nullopt, cards(3));
  EXPECT_EQ(next(), "reached_last");
}

TEST_F(WalkPaging, LearnsTheStepOfOffsetsFromTwoLinks) {
  begin({.start = address("https://h.example/news?s=a")});
  show(9, "https://h.example/news?offset=12&s=a", cards(1));
  EXPECT_EQ(next(), "2 https://h.example/news?offset=12&s=a");
  show(9, "https://h.example/news?offset=24&s=a", cards(2));
  EXPECT_EQ(next(), "3 https://h.example/news?offset=24&s=a");
  show(9, std::nullopt, cards(3));
  EXPECT_EQ(next(), "4 https://h.example/news?offset=36&s=a");
}

TEST_F(WalkPaging, LearnsOffsetsThatCountFromOne) {
  begin();
  show(9, kListing + "?start=11", cards(1));
  show(9, kListing + "?start=21", cards(2));
  show(9, std::nullopt, cards(3));
  EXPECT_EQ(next(), "4 " + kListing + "?start=31");
}

TEST_F(WalkPaging, FollowsOffsetsThatKeepNoStepByTheirLinksAlone) {
  begin();
  for (const char* link : {"?start=10", "?start=23", "?start=31"}) {
    show_next(kListing + link);
    EXPECT_TRUE(next().ends_with(link)) << next();
  }
  show(std::nullopt);
  EXPECT_EQ(next(), "no_next_link");
}

TEST_F(WalkPaging, StopsWhereOffsetsLeadBack) {
  begin();
  for (const char* link : {"?start=10", "?start=20", "?start=10"}) show_next(kListing + link);
  EXPECT_EQ(next(), "repeated_page");
}

TEST_F(WalkPaging, KnowsFromAnEarlierRunHowOffsetsNamePages) {
  const Url seventh = Url::parse(kListing + "?start=60").value();
  begin({.start = address(kListing),
         .mode = WalkPlan::Mode::kRange,
         .first = 4,
         .named = PageName{seventh, 7}});
  EXPECT_EQ(next(), "4 " + kListing + "?start=30");
}

TEST_F(WalkPaging, NeverFollowsALinkToAnotherSite) {
  for (const char* link : {"https://evil.example/tag/x/page/2/", "https://h.example:8443/tag/x/page/2/",
                           "mailto:a@h", "not an address", ""}) {
    begin();
    show_next(link);
    EXPECT_EQ(next(), "no_next_link") << link;
  }
}

TEST_F(WalkPaging, HasOneNameForAPageHoweverTheLinkNamesIt) {
  begin();
  show_next(kListing + "page/2/?c=x&page=545&t=99&utm_source=y#top");
  EXPECT_EQ(next(), "2 https://h.example/tag/x/page/2/");
  show_next(kListing + "page/2/?page=3&c=z");
  EXPECT_EQ(next(), "repeated_page");
}

TEST_F(WalkPaging, AsksNoPageInBetweenTwiceWhenALinkJumps) {
  begin();
  show_next(kListing + "page/4/");
  EXPECT_EQ(page(), 2);
}

TEST_F(WalkPaging, StopsWhenNextLinkRepeats) {
  begin();
  show_next("https://h.example/tag/x/?after=abc");
  show_next("https://h.example/tag/x/?after=def");
  show_next("https://h.example/tag/x/?after=abc");
  EXPECT_EQ(next(), "repeated_page");
}

}  // namespace
}  // namespace dekko
