// RFC 9309 section 2.3.1 against the loopback site, one row for each way of having or not having a
// robots.txt: what was asked for, and above all what was not.
#include "tests/app/crawling_site.h"

namespace dekko {
namespace {

using site::Fault;
using site::FaultRule;

constexpr int kRobots = FaultRule::kRobots;
const std::string kBarred = "User-agent: *\nDisallow: /tag/\n";
// A rule that begins within the 500 KiB that have to be read.
const std::string kLong = "User-agent: *\n" + std::string(500 * 1024 - 40, '#') + "\nDisallow: /tag/\n";
const std::string kTooLong = "User-agent: *\n" + std::string(600 * 1024, '#') + "\nDisallow: /tag/\n";

struct Row {
  const char* name;
  site::SiteOptions site;
  const char* ending;  // begins so
  ExitCode code;
  bool pages;              // whether any page was asked for
  int robots;              // how often robots.txt was
  const char* never = "";  // one address that was not asked for
};

site::SiteOptions robots(std::string text, int status = 200) {
  return {.posts = 20, .robots = std::move(text), .robots_status = status};
}
site::SiteOptions failing(Fault fault, int times = FaultRule::kAlways) {
  return {.posts = 20,
          .robots = kBarred,
          .retry_after = 0,
          .slow_time = std::chrono::milliseconds(60'000),
          .faults = {{.fault = fault, .page = kRobots, .times = times}}};
}

const std::vector<Row>& table() {
  static const std::vector<Row> kTable = {
      {"2xx with rules", robots(kBarred), "refused: line 2: Disallow: /tag/", ExitCode::kRefused, false, 1},
      {"2xx that bars some", robots("User-agent: *\nDisallow: /*/page/2/\n"), "refused: line 2",
       ExitCode::kRefused, true, 1, "2"},
      {"2xx with other line ends", robots("\xEF\xBB\xBFUser-agent: *\rDisallow: /tag/\r"), "refused: line 2",
       ExitCode::kRefused, false, 1},
      {"2xx of 500 KiB", robots(kLong), "refused: line 3", ExitCode::kRefused, false, 1},
      {"2xx of more, cut there", robots(kTooLong), "reached_last", ExitCode::kDone, true, 1},
      {"2xx that is a page of HTML", robots("<!DOCTYPE html><title>Hi</title>\nUser-agent: *\nDisallow: /\n"),
       "reached_last", ExitCode::kDone, true, 1},
      {"5 redirects", failing(Fault::kRedirectLoop, 5), "refused: line 2", ExitCode::kRefused, false, 3},
      {"a sixth redirect", failing(Fault::kRedirectLoop, 6), "reached_last", ExitCode::kDone, true, 3},
      {"4xx", robots(kBarred, 404), "reached_last", ExitCode::kDone, true, 1},
      {"403", robots(kBarred, 403), "reached_last", ExitCode::kDone, true, 1},
      {"429", failing(Fault::kTooMany), "refused: ", ExitCode::kPartial, false, 4},
      {"429 once", failing(Fault::kTooMany, 1), "refused: line 2", ExitCode::kRefused, false, 2},
      {"5xx", failing(Fault::kUnavailable), "refused: ", ExitCode::kPartial, false, 4},
      {"dropped", failing(Fault::kDrop), "refused: ", ExitCode::kPartial, false, 4},
      {"time out", failing(Fault::kSlow), "refused: ", ExitCode::kPartial, false, 4},
      {"cut body", failing(Fault::kTruncated), "refused: ", ExitCode::kPartial, false, 4},
  };
  return kTable;
}

class RobotsFailures : public CrawlingSite, public testing::WithParamInterface<Row> {};

TEST_P(RobotsFailures, DecideWhatIsAsked) {
  const Row& row = GetParam();
  fetch_.limits.transfer_time = std::chrono::milliseconds(300);
  serve(row.site);
  const RunReport report = crawl_site();
  EXPECT_TRUE(ending_of(report).starts_with(row.ending)) << ending_of(report);
  EXPECT_EQ(report.exit_code(), row.code);
  EXPECT_EQ(any_page_asked(), row.pages);
  EXPECT_EQ(times_asked("robots"), row.robots);
  EXPECT_EQ(times_asked(row.never), 0);
}

std::string test_name(const testing::TestParamInfo<Row>& row) {
  std::string name = row.param.name;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Table, RobotsFailures, testing::ValuesIn(table()), test_name);

class RobotsOfElsewhere : public CrawlingSite {};

TEST_F(RobotsOfElsewhere, HoldForTheHostThatRedirectedThere) {
  const auto other = site::SiteServer::start({.robots = kBarred}).value();
  serve(robots(other->origin() + "/robots.txt", 302));
  EXPECT_EQ(ending_of(crawl_site()), "refused: line 2: Disallow: /tag/");
  EXPECT_FALSE(any_page_asked());
  EXPECT_EQ(other->visits().size(), 1u);
}

class OldRobots : public CrawlingSite {
 protected:
  // A crawl whose database has a robots.txt of that age, while the site answers 503 for it.
  RunReport crawl_with_copy(std::chrono::hours age, const std::string& body) {
    serve(failing(Fault::kUnavailable));
    EXPECT_TRUE(
        Store::open(db()).value().keep_robots(RunId{}, site_->origin(), {.body = body, .read = clock_.now() - age}));
    return crawl_site();
  }
};

TEST_F(OldRobots, AreUsedForThirtyDaysWhereNoneCanBeHad) {
  EXPECT_EQ(ending_of(crawl_with_copy(std::chrono::hours(29 * 24), "User-agent: *\nDisallow: /*/page/2/\n")),
            "refused: line 2: Disallow: /*/page/2/");
  EXPECT_EQ(times_asked("robots"), 4);
  EXPECT_EQ(times_asked("1"), 1);
  EXPECT_EQ(times_asked("2"), 0);
}

TEST_F(OldRobots, AreNotUsedForLonger) {
  EXPECT_EQ(crawl_with_copy(std::chrono::hours(31 * 24), "User-agent: *\nAllow: /\n").exit_code(),
            ExitCode::kPartial);
  EXPECT_FALSE(any_page_asked());
}

TEST_F(OldRobots, AreNotAskedForAnewWithinADay) {
  serve(robots("User-agent: *\nAllow: /\n"));
  crawl_site();
  const RunReport second = crawl_site({.pages = PageRange{.mode = WalkPlan::Mode::kAll}});
  EXPECT_EQ(second.exit_code(), ExitCode::kDone);
  EXPECT_EQ(times_asked("robots"), 1);
}

class CrawlDelay : public CrawlingSite {};

TEST_F(CrawlDelay, OfMoreThanAnHourEndsTheRun) {
  serve(robots("User-agent: *\nCrawl-delay: 3601\n"));
  const RunReport report = crawl_site();
  EXPECT_EQ(ending_of(report),
            "refused: Crawl-delay: it asks for 3601 s between requests, more than an hour");
  EXPECT_EQ(report.exit_code(), ExitCode::kRefused);
  EXPECT_FALSE(any_page_asked());
}

TEST_F(CrawlDelay, OfAFractionIsKept) {
  serve(robots("User-agent: *\nCrawl-delay: 0.2\n"));
  EXPECT_EQ(crawl_site().exit_code(), ExitCode::kDone);
  const auto visits = site_->visits();
  ASSERT_EQ(visits.size(), 3u);
  for (size_t i = 1; i < visits.size(); ++i) {
    EXPECT_GE(visits[i].at - visits[i - 1].at, std::chrono::milliseconds(200));
  }
  EXPECT_EQ(column("requests", "rule"), (std::vector<std::string>{"none", "crawl-delay", "crawl-delay"}));
}

}  // namespace
}  // namespace dekko
