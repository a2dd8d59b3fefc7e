// Where a walk goes on after it was cut short.
#include "db/runs.h"

#include "tests/db/scene.h"

namespace dekko {
namespace {

TEST_F(Database, SaysWhatARunDidNotProve) {
  const RunId run = begin();
  ASSERT_TRUE(store().finish_run(
      run, {.ended = day(2),
            .reason = StopReason::kReachedLast,
            .coverage = Coverage::kOpen,
            .gaps = {{Gap::Why::kSeamSeenOnce, 1, 9}, {Gap::Why::kNotWalked, 9}, {Gap::Why::kCardsMoved}}}));
  begin();
  EXPECT_EQ(rows("SELECT * FROM gaps"),
            (Rows{"1|1|1|9|seam_seen_once", "1|1|9|-|not_walked", "1|1|-|-|cards_moved"}));
}

class Resume : public Database {
 protected:
  void stand(RunId run, int next_page, Moment at = day(1)) {
    ASSERT_TRUE(store().apply(run, capture(at, kListing + std::to_string(next_page)), page({card("a")}),
                              {.next_page = next_page}));
  }
  void end(RunId run, StopReason reason) {
    ASSERT_TRUE(store().finish_run(run, {day(2), reason, Coverage::kPartial}));
  }
  RunId begin_walk(const WalkPosition& position) {
    return *store().begin_run(
        {.listing = kListing, .kind = "crawl", .started = day(2), .position = position});
  }
  std::optional<ResumePoint> point() { return *store().resume_point(kListing); }
};

TEST_F(Resume, AKilledRunGoesOnWhereItStood) {
  const RunId run = begin();
  const WalkPosition position{"all", 7, 113, kListing + "page/7/", {3, 5}};
  ASSERT_TRUE(store().apply(run, capture(day(1)), page({card("a")}), position));
  const ResumePoint resume = point().value();
  EXPECT_EQ(resume.run, run);
  EXPECT_EQ(resume.started, day(1));
  EXPECT_EQ(resume.position.mode, "all");
  EXPECT_EQ(resume.position.next_page, 7);
  EXPECT_EQ(resume.position.last_page, 113);
  EXPECT_EQ(resume.position.next_url, kListing + "page/7/");
  EXPECT_EQ(resume.position.missing, (std::vector{3, 5}));
}

TEST_F(Resume, EveryEndBeforeTheWalksOwnIsResumed) {
  for (const StopReason reason :
       {StopReason::kInterrupted, StopReason::kBudget, StopReason::kFetchFailed, StopReason::kRefused,
        StopReason::kNotTheListing, StopReason::kStorageFailed}) {
    const RunId run = begin();
    stand(run, int(reason));
    end(run, reason);
    EXPECT_EQ(point().value().run, run) << to_text(reason);
  }
}

TEST_F(Resume, AWalkThatCameToItsEndIsNot) {
  for (const StopReason reason :
       {StopReason::kReachedLast, StopReason::kPastTheEnd, StopReason::kNoNextLink, StopReason::kOnlyKnown,
        StopReason::kRepeatedPage, StopReason::kEmptyListing}) {
    const RunId run = begin();
    stand(run, int(reason));
    end(run, reason);
    EXPECT_FALSE(point()) << to_text(reason);
  }
}

TEST_F(Resume, ALaterRunThatEndedNormallySettlesIt) {
  stand(begin(), 7);
  end(begin(), StopReason::kReachedLast);
  EXPECT_FALSE(point());
}

TEST_F(Resume, PagesAskedForByNumberNeitherHideAWalkNorAreOne) {
  const RunId stood = begin_walk({"all", 7});
  const RunId run = begin_walk({"range", 3, 3});
  ASSERT_TRUE(store().apply(run, capture(day(2)), page({card("a")}), {"range", 4, 3}));
  EXPECT_EQ(point().value().run, stood) << "killed";
  end(run, StopReason::kReachedLast);
  EXPECT_EQ(point().value().run, stood) << "over";
}

TEST_F(Resume, ARunKilledBeforeItsFirstPageHidesNothing) {
  const RunId stood = begin();
  stand(stood, 7);
  begin();
  EXPECT_EQ(point().value().run, stood);
}

TEST_F(Resume, AWalkOverAllPagesGoesOnThoughItWasKilledBeforeItsFirst) {
  end(begin(), StopReason::kReachedLast);
  const RunId run = begin_walk({.mode = "all"});
  EXPECT_EQ(point().value().run, run);
  EXPECT_EQ(point().value().position.mode, "all");
  EXPECT_EQ(point().value().position.next_page, 1);
}

TEST_F(Resume, AWalkOverWhatIsNewHidesNothingBeforeItsFirstPage) {
  const RunId stood = begin();
  stand(stood, 7);
  begin_walk({.mode = "new"});
  EXPECT_EQ(point().value().run, stood);
}

TEST_F(Resume, TellsWhichRunBeganTheWalk) {
  const RunId first = begin();
  stand(first, 7);
  RunId run = first;
  for (int night = 2; night < 5; ++night) {
    run = *store().begin_run({.listing = kListing, .kind = "crawl", .started = day(night), .continues = run});
  }
  EXPECT_EQ(point().value().run, run);
  EXPECT_EQ(point().value().walk, first);
}

TEST_F(Resume, ARunThatGoesOnStandsWhereTheOtherStood) {
  const RunId first = begin();
  stand(first, 7);
  const RunId second =
      *store().begin_run({.listing = kListing, .kind = "crawl", .started = day(2), .continues = first});
  EXPECT_EQ(point().value().run, second);
  EXPECT_EQ(point().value().position.next_page, 7);
}

TEST_F(Resume, AWalkThatIsOverStillOwesItsMissingPages) {
  const RunId run = begin();
  stand(run, 9);
  const std::vector<Gap> gaps = {{Gap::Why::kPageMissing, 4, 4}, {Gap::Why::kPageMissing, 6, 7}};
  ASSERT_TRUE(store().finish_run(run, {day(2), StopReason::kReachedLast, Coverage::kPartial, gaps}));
  EXPECT_TRUE(point().value().over);
  EXPECT_EQ(point().value().position.missing, (std::vector{4, 6, 7}));
}

TEST_F(Resume, AReplayIsNoWalk) {
  const RunId stood = begin();
  stand(stood, 7);
  end(begin(kListing, day(2), "replay"), StopReason::kReachedLast);
  EXPECT_EQ(point().value().run, stood);
}

TEST_F(Resume, EachListingHasItsOwnWalk) {
  stand(begin(), 7);
  EXPECT_FALSE(*store().resume_point(kOther));
}

TEST_F(Resume, AnAnswerThatIsNoPageMovesTheWalkToo) {
  ASSERT_TRUE(store().note_capture(begin(), capture(day(1)), 4, {.next_page = 5, .missing = {4}}));
  EXPECT_EQ(point().value().position.missing, std::vector{4});
}

}  // namespace
}  // namespace dekko
