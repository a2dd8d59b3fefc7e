// What a site may do to a crawl: each fault ends within its limit, under its name, and the next page is
// fetched.
#include "tests/app/crawling_site.h"

namespace dekko {
namespace {

using site::Fault;
using site::FaultRule;

struct Row {
  const char* name;
  Fault fault;
  int asked;           // how often page 2 was; and then once more, when the others were had
  const char* why;     // in the words about page 2
  bool hurry = false;  // whether the limit is one of time
};

class CrawlFaults : public CrawlingSite {
 protected:
  RunReport crawl_with(Fault fault, int page = 2, int times = FaultRule::kAlways) {
    serve({.posts = 30,
           .gzip = false,
           .retry_after = 0,
           .slow_time = std::chrono::milliseconds(60'000),
           .faults = {{.fault = fault, .page = page, .times = times}}});
    return crawl_site();
  }
  // Sightings of each page, in order.
  std::vector<std::string> pages_stored() const {
    std::vector<std::string> pages;
    for (const std::string& page : column("sightings", "page")) {
      if (pages.empty() || pages.back() != page) pages.push_back(page);
    }
    return pages;
  }
};

class HostileAnswers : public CrawlFaults, public testing::WithParamInterface<Row> {};

TEST_P(HostileAnswers, EndWithinTheirLimitAndTheNextPageIsFetched) {
  if (GetParam().hurry) fetch_.limits.transfer_time = std::chrono::milliseconds(1000);
  fetch_.limits.body_bytes = 1'000'000;
  const RunReport report = crawl_with(GetParam().fault);
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(report.missing, std::vector<int>{2});
  EXPECT_NE(report.why.find(GetParam().why), std::string::npos) << report.why;
  EXPECT_EQ(times_asked("2"), GetParam().asked + (GetParam().fault == Fault::kRedirectLoop ? 3 : 1));
  EXPECT_EQ(times_asked("3"), 1);
  EXPECT_EQ(pages_stored(), (std::vector<std::string>{"1", "3"}));
}

INSTANTIATE_TEST_SUITE_P(Table, HostileAnswers,
                         testing::Values(Row{"gzip_bomb", Fault::kBomb, 1, "its body cannot be read"},
                                         Row{"huge", Fault::kHuge, 1, "body outgrew 1000000 octets"},
                                         Row{"endless", Fault::kEndless, 1, "body outgrew 1000000 octets"},
                                         Row{"big_header", Fault::kBigHead, 1, "headers"},
                                         Row{"drip", Fault::kDrip, 4, "timed out after 1", true},
                                         Row{"slow", Fault::kSlow, 4, "timed out after 1", true},
                                         Row{"redirect_loop", Fault::kRedirectLoop, 3,
                                             "more than 5 redirects"},
                                         Row{"long_length", Fault::kTruncated, 4, "broke off before its end"},
                                         Row{"dropped", Fault::kDrop, 4, "closed"},
                                         Row{"to_first", Fault::kToFirst, 1, "redirected to page 1"},
                                         Row{"to_elsewhere", Fault::kToElsewhere, 1,
                                             "redirected to another site: http://elsewhere.invalid/"},
                                         Row{"busy", Fault::kTooMany, 4, "429"},
                                         Row{"unavailable", Fault::kUnavailable, 4, "503"}),
                         [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST_F(CrawlFaults, APageThatCouldNotBeHadIsHadAtTheEnd) {
  const RunReport report = crawl_with(Fault::kUnavailable, 2, 4);
  EXPECT_EQ(report.exit_code(), ExitCode::kDone);
  EXPECT_EQ(report.missing, std::vector<int>{});
  EXPECT_EQ(report.items_seen, 30);
  EXPECT_EQ(pages_stored(), (std::vector<std::string>{"1", "3", "2"}));
}

TEST_F(CrawlFaults, ALoginIsTheEndOfTheWalk) {
  const RunReport report = crawl_with(Fault::kToLogin);
  EXPECT_EQ(report.exit_code(), ExitCode::kSuspicious);
  EXPECT_NE(report.why.find("redirected to a login"), std::string::npos) << report.why;
  EXPECT_EQ(pages_stored(), std::vector<std::string>{"1"});
  EXPECT_EQ(times_asked("3"), 0);
}

TEST_F(CrawlFaults, ALengthThatIsTooShortEndsUnderItsName) {
  serve({.posts = 30, .faults = {{.fault = Fault::kWrongLength, .page = 2}}});  // half of a gzip body
  const RunReport report = crawl_site();
  EXPECT_EQ(report.missing, std::vector<int>{2});
  // By whom it is found out depends on how the octets fall into packets.
  const bool named = report.why.find("longer than its Content-Length") != std::string::npos ||
                     report.why.find("the gzip body") != std::string::npos;
  EXPECT_TRUE(named) << report.why;
  EXPECT_EQ(pages_stored(), (std::vector<std::string>{"1", "3"}));
}

TEST_F(CrawlFaults, AnErrorOnTheLastPageIsNotTheEndOfTheList) {
  const RunReport report = crawl_with(Fault::kUnavailable, 3);
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(report.missing, std::vector<int>{3});
}

TEST_F(CrawlFaults, WhatPassesIsTriedAgainWithAReason) {
  const RunReport report = crawl_with(Fault::kUnavailable, 2, 2);
  EXPECT_EQ(report.exit_code(), ExitCode::kDone);
  EXPECT_EQ(report.items_seen, 30);
  EXPECT_EQ(report.counters.at("retry: status 503"), 2);
}

TEST_F(CrawlFaults, WhatWillNotPassIsNotTriedAgain) {
  serve({.posts = 20});
  const RunReport report =
      crawl(site_->origin() + "/tag/other/", *make_curl_fetcher(fetch_, clock_).value(), clock_, {});
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(times_asked("/tag/other/"), 1);
}

TEST_F(CrawlFaults, APageThatCouldNotBeHadIsHadTheNextNight) {
  EXPECT_EQ(crawl_with(Fault::kDrop, 3, 4).missing, std::vector<int>{3});
  const RunReport second = crawl_site();
  EXPECT_EQ(second.missing, std::vector<int>{});
  EXPECT_EQ(second.items_new, 10);
  EXPECT_EQ(second.exit_code(), ExitCode::kDone);
  EXPECT_EQ(pages_stored(), (std::vector<std::string>{"1", "2", "1", "2", "3"}));
}

TEST_F(CrawlFaults, OldItemsOfAPageInTheMiddleThatCouldNotBeHadAreTaken) {
  EXPECT_EQ(crawl_with(Fault::kDrop, 2, 5).missing, std::vector<int>{2});  // four tries, and one at the end
  const RunReport second = crawl_site();
  EXPECT_EQ(second.missing, std::vector<int>{});
  EXPECT_EQ(second.items_new, 10);
  EXPECT_EQ(second.exit_code(), ExitCode::kDone);
}

TEST_F(CrawlFaults, APageThatCanNeverBeHadIsNamedEachNightAndTriedOnce) {
  crawl_with(Fault::kDrop, 2);
  const int before = times_asked("2");
  for (int night = 2; night <= 4; ++night) {
    const RunReport report = crawl_site();
    EXPECT_EQ(report.missing, std::vector<int>{2});
    EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  }
  EXPECT_EQ(times_asked("2"), before + 3);
}

}  // namespace
}  // namespace dekko
