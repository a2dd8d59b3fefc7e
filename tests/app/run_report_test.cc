#include "app/run_report.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

RunReport report() {
  return {.listing = "http://a.org/tag/x/", .kind = "crawl", .profile = "shape", .run = 3, .last_page = 113,
          .pages = 113, .requests = 114, .bytes = 10'300'000, .items_seen = 1130, .items_new = 1130,
          .took = Seconds(3.25)};
}

TEST(RunReport, TellsAPersonWhatHappened) {
  EXPECT_EQ(to_text(report()),
            "http://a.org/tag/x/\n"
            "  crawl 3: reached the last page\n"
            "  pages        113 of 113 \xC2\xB7 114 requests \xC2\xB7 10.3 MB \xC2\xB7 3.2 s\n"
            "  items        1,130 seen \xC2\xB7 1,130 new \xC2\xB7 0 changed\n"
            "  coverage     open: the pages fit together, but nothing proves that no card slipped between them\n"
            "  profile      shape\n");
}

TEST(RunReport, SaysWhatIsNotProvenAndWhy) {
  RunReport open = report();
  open.gaps = {{Gap::Why::kSeamDoubtful, 3, 5}, {Gap::Why::kEndNotSeen}};
  EXPECT_NE(to_json(open).find("\"gaps\":[{\"from_page\":3,\"to_page\":5,\"why\":\"seam_doubtful\"},"
                               "{\"from_page\":null,\"to_page\":null,\"why\":\"end_not_seen\"}]"),
            std::string::npos);
  open.gaps.erase(open.gaps.begin());
  EXPECT_NE(to_text(open).find("open: what the listing ends with was not seen\n"), std::string::npos);
}

TEST(RunReport, NamesMissingPagesAndTheNextStep) {
  RunReport partial = report();
  partial.coverage = Coverage::kPartial;
  partial.missing = {7, 9};
  EXPECT_EQ(partial.exit_code(), ExitCode::kPartial);
  EXPECT_NE(to_text(partial).find("partial: without pages 7, 9\n"), std::string::npos);
  ASSERT_TRUE(fault_of(partial));
  EXPECT_EQ(fault_of(partial)->message(),
            "http://a.org/tag/x/: partial: without pages 7, 9; what was seen is stored; the same command goes on "
            "from there");
}

TEST(RunReport, AFaultNamesTheListingTheCauseAndTheNextStep) {
  RunReport refused = report();
  EXPECT_FALSE(fault_of(refused));
  refused.reason = StopReason::kRefused;
  refused.why = "line 3: Disallow: /tag/";
  ASSERT_TRUE(fault_of(refused));
  EXPECT_EQ(fault_of(refused)->message(),
            "http://a.org/tag/x/: refused by robots.txt: line 3: Disallow: /tag/; the site does not want this "
            "listing walked; ask its owner for permission");
}

TEST(RunReport, JsonHasEveryKey) {
  EXPECT_EQ(to_json(report()),
            "{\"record\":\"run\",\"listing\":\"http://a.org/tag/x/\",\"kind\":\"crawl\",\"run\":3,\"continues\":null,"
            "\"profile\":\"shape\",\"stop_reason\":\"reached_last\",\"why\":null,\"coverage\":\"open\",\"gaps\":[],"
            "\"missing_pages\":[],\"page_count\":113,\"pages\":113,\"requests\":114,\"bytes\":10300000,"
            "\"items_seen\":1130,\"items_new\":1130,\"items_changed\":0,\"problems\":0,\"seconds\":3.25,"
            "\"counters\":{},\"exit_code\":0}");
}

TEST(RunReport, ReplayIsDoneWhateverPagesItsSourcesLeaveOut) {
  RunReport replay = report();
  replay.kind = "replay";
  replay.coverage = Coverage::kPartial;
  EXPECT_EQ(replay.exit_code(), ExitCode::kDone);
}

TEST(RunReport, NumbersAreReadable) {
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(size_text(999), "999 B");
  EXPECT_EQ(size_text(1500), "1.5 kB");
  EXPECT_EQ(time_text(Seconds(0.4)), "0.4 s");
  EXPECT_EQ(time_text(Seconds(240)), "4 min");
  EXPECT_EQ(time_text(Seconds(7800)), "2 h 10 min");
}

TEST(ExitCode, WorstIsToldFirst) {
  EXPECT_EQ(worse_of(ExitCode::kDone, ExitCode::kPartial), ExitCode::kPartial);
  EXPECT_EQ(worse_of(ExitCode::kSuspicious, ExitCode::kRefused), ExitCode::kSuspicious);
  EXPECT_EQ(worse_of(ExitCode::kInterrupted, ExitCode::kFailed), ExitCode::kInterrupted);
}

TEST(ExitCode, FollowsFromTheStopReason) {
  const auto code = [](StopReason reason, bool unreachable = false) {
    return exit_code_of(reason, Coverage::kOpen, unreachable);
  };
  EXPECT_EQ(code(StopReason::kReachedLast), ExitCode::kDone);
  EXPECT_EQ(code(StopReason::kBudget), ExitCode::kPartial);
  EXPECT_EQ(code(StopReason::kRefused), ExitCode::kRefused);
  EXPECT_EQ(code(StopReason::kRefused, true), ExitCode::kPartial);
  EXPECT_EQ(code(StopReason::kNotTheListing), ExitCode::kSuspicious);
  EXPECT_EQ(code(StopReason::kInterrupted), ExitCode::kInterrupted);
}

}  // namespace
}  // namespace dekko
