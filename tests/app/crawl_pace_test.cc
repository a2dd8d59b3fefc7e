// A whole crawl against a clock that stands still: when each host was asked, and how often.
#include "app/politeness_proof.h"
#include "tests/app/crawling.h"
#include "tests/support/fake_fetcher.h"
#include "tests/support/newspaper.h"

namespace dekko {
namespace {

class CrawlPace : public Crawling {
 protected:
  // A listing of so many pages at that host, and a robots.txt that allows it.
  std::string publish(const std::string& host, int pages) {
    const site::Newspaper paper({.posts = pages * 10, .page_bytes = 4000});
    const std::string listing = "https://" + host + "/tag/x/";
    fetcher_.answer("https://" + host + "/robots.txt", 200, "User-agent: *\nAllow: /\n");
    for (int page = 1; page <= pages; ++page)
      fetcher_.answer(page_of(listing, page), 200, paper.page(page), {"Content-Type: text/html"});
    return listing;
  }
  static std::string page_of(const std::string& listing, int page) {
    return page == 1 ? listing : listing + "page/" + std::to_string(page) + "/";
  }
  void fail(const std::string& url, int status, std::optional<Seconds> retry_after = {}) {
    fetcher_.answer(url, HttpError{fetcher_.exchange_for(url, status), retry_after});
  }
  // Seconds between one request of this host and the next; transfers take no time.
  std::vector<double> gaps(const std::string& host) const {
    std::vector<double> found;
    std::optional<Seconds> last;
    for (size_t i = 0; i < fetcher_.requests().size(); ++i) {
      if (fetcher_.requests()[i].url.host() != host) continue;
      if (last) found.push_back((fetcher_.started()[i] - *last).count());
      last = fetcher_.started()[i];
    }
    return found;
  }
  int asked(const std::string& url) const {
    const std::vector<std::string> urls = fetcher_.urls();
    return static_cast<int>(std::count(urls.begin(), urls.end(), url));
  }

  FakeClock clock_;
  FakeFetcher fetcher_{clock_};
};

TEST_F(CrawlPace, GrowsFromWhatA429AsksForAndLosesNoPage) {
  const std::string second = "https://h.example/tag/x/page/2/";
  fail(second, 429, Seconds(30));
  fail(second, 429);
  const std::string listing = publish("h.example", 4);
  const RunReport report = crawl(listing, fetcher_, clock_, {});
  EXPECT_EQ(report.exit_code(), ExitCode::kDone);
  EXPECT_EQ(report.items_seen, 40);
  // robots, 1, 2, then what was asked for, doubled, and slowly back.
  const std::vector<double> seen = gaps("h.example");
  ASSERT_EQ(seen.size(), 6u);
  EXPECT_EQ(seen[0], 5);
  EXPECT_EQ(seen[1], 5);
  EXPECT_EQ(seen[2], 30);
  EXPECT_EQ(seen[3], 60);
  EXPECT_EQ(seen[4], 45);
  EXPECT_EQ(seen[5], 33.75);
}

TEST_F(CrawlPace, ListensToRetryAfterOnAnyError) {
  fail("https://h.example/tag/x/", 503, Seconds(1000));
  publish("h.example", 1);
  EXPECT_EQ(crawl("https://h.example/tag/x/", fetcher_, clock_, {}).exit_code(), ExitCode::kDone);
  EXPECT_GE(gaps("h.example").at(1), 1000);
}

TEST_F(CrawlPace, RunsHostsBesideEachOther) {
  std::vector<std::string> listings;
  for (int i = 0; i < 12; ++i) listings.push_back(publish("h" + std::to_string(i) + ".example", 3));
  fetcher_.allow(100);
  const auto reports = crawl(listings, fetcher_, clock_, {});
  EXPECT_EQ(reports.size(), 12u);
  EXPECT_EQ(fetcher_.requests().size(), 48u);
  EXPECT_EQ(clock_.steady(), Seconds(15));  // robots and three pages, five seconds between them
  for (const double gap : gaps("h7.example")) EXPECT_GE(gap, 5);
}

TEST_F(CrawlPace, AsksOneHostOneThingAtATimeWhateverIsToBeHadThere) {
  const std::string first = publish("h.example", 3);
  const std::string second = "https://h.example/tag/y/";
  fetcher_.answer(second, 200, site::Newspaper({.posts = 10, .slug = "y", .page_bytes = 4000}).page(1),
                  {"Content-Type: text/html"});
  fetcher_.allow(100);
  const auto reports = crawl({first, second}, fetcher_, clock_, {});
  EXPECT_EQ(reports.at(second).exit_code(), ExitCode::kDone);
  EXPECT_EQ(asked("https://h.example/robots.txt"), 1);
  EXPECT_EQ(gaps("h.example"), (std::vector<double>{5, 5, 5, 5}));
}

TEST_F(CrawlPace, GivesHostsAtOneAddressOnePace) {
  fetcher_.reach("one.example", "192.0.2.1");
  fetcher_.reach("two.example", "192.0.2.1");
  const std::string one = publish("one.example", 3), two = publish("two.example", 3);
  fetcher_.allow(100);
  crawl({one, two}, fetcher_, clock_, {});
  const std::vector<Seconds>& started = fetcher_.started();
  ASSERT_EQ(started.size(), 8u);
  // What they are shows with their first answers.
  for (size_t i = 2; i < started.size(); ++i) EXPECT_GE(started[i] - started[i - 1], Seconds(5));
}

TEST_F(CrawlPace, LeavesAHostAloneAfterFiveFailuresInARow) {
  const std::string listing = "https://h.example/tag/x/";
  fail(page_of(listing, 2), 503);
  fail(page_of(listing, 3), 503);
  fetcher_.answer("https://h.example/robots.txt", 404, "");
  fetcher_.answer(listing, 200, site::Newspaper({.posts = 90, .page_bytes = 4000}).page(1),
                  {"Content-Type: text/html"});
  const RunReport report = crawl(listing, fetcher_, clock_, {});
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(report.why, "page 3: its host failed 5 times in a row and is left alone until the next run");
  EXPECT_EQ(asked(page_of(listing, 2)), 4);
  EXPECT_EQ(asked(page_of(listing, 3)), 1);
  EXPECT_EQ(asked(page_of(listing, 4)), 0);
}

TEST_F(CrawlPace, GoesOnWaitingWhereAnEarlierRunStood) {
  const std::string listing = publish("h.example", 1);
  crawl(listing, fetcher_, clock_, {});
  clock_.advance(Seconds(2));
  crawl(listing, fetcher_, clock_, {});
  EXPECT_EQ(asked("https://h.example/robots.txt"), 1);
  EXPECT_GE(gaps("h.example").at(1), 5);
}

TEST_F(CrawlPace, DoesNotWaitForAMomentThatAClockPutBackHasYetToReach) {
  const std::string listing = publish("h.example", 2);
  crawl(listing, fetcher_, clock_, {});
  clock_.put_back(std::chrono::hours(30));
  const size_t before = fetcher_.requests().size();
  crawl(listing, fetcher_, clock_, {});
  ASSERT_GT(fetcher_.requests().size(), before);
  EXPECT_EQ(fetcher_.requests()[before].purpose, Purpose::kRobots);
  EXPECT_EQ((fetcher_.started()[before] - fetcher_.started()[before - 1]).count(), 5);
}

TEST_F(CrawlPace, SpendsNoMoreThanItsBudget) {
  const std::string listing = publish("h.example", 9);
  RunReport report = crawl(listing, fetcher_, clock_, {.budget = {.requests = 3}});
  EXPECT_EQ(report.reason, StopReason::kBudget);
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(fetcher_.requests().size(), 3u);
  report = crawl(listing, fetcher_, clock_, {.budget = {.ends_at = clock_.steady() + Seconds(12)}});
  EXPECT_EQ(report.reason, StopReason::kBudget) << report.why;
  EXPECT_EQ(fetcher_.requests().size(), 5u);  // five and ten seconds after the last one
}

TEST_F(CrawlPace, TakesNoMoreOctetsFromAHostThanItsBudget) {
  const std::string listing = publish("h.example", 9);
  const size_t page = site::Newspaper({.posts = 90, .page_bytes = 4000}).page(1).size();
  const RunReport report = crawl(listing, fetcher_, clock_, {.budget = {.bytes = page * 3 / 2}});
  EXPECT_EQ(report.reason, StopReason::kBudget);
  EXPECT_EQ(fetcher_.requests().size(), 3u);  // robots.txt and two pages
}

TEST_F(CrawlPace, SaysInTheLedgerWhoAllowedTheWalk) {
  crawl(publish("h.example", 1), fetcher_, clock_, {.permission = "Jane Doe, 2024-03-19"});
  EXPECT_EQ(column("runs", "permission"), std::vector<std::string>{"Jane Doe, 2024-03-19"});
  EXPECT_EQ(column("requests", "permission"),
            (std::vector<std::string>{"Jane Doe, 2024-03-19", "Jane Doe, 2024-03-19"}));
}

// RFC 9309 section 2.3.1.4, for what needs a network to fail: see robots_failures_test.cc for the rest.
struct Unreachable {
  const char* name;
  FetchOutcome outcome;
};
class WithoutRobots : public CrawlPace, public testing::WithParamInterface<Unreachable> {};

TEST_P(WithoutRobots, NothingIsAskedFor) {
  publish("down.example", 1);
  FakeFetcher fetcher{clock_};
  fetcher.answer("https://down.example/robots.txt", GetParam().outcome);
  const RunReport report = crawl("https://down.example/tag/x/", fetcher, clock_, {});
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(fetcher.urls(), std::vector<std::string>(4, "https://down.example/robots.txt"));
  EXPECT_GE(fetcher.started().at(3), Seconds(10 + 20 + 40));
}

INSTANTIATE_TEST_SUITE_P(Table, WithoutRobots,
                         testing::Values(Unreachable{"dns", Broken{"dns", "no such host"}},
                                         Unreachable{"connect", Broken{"connect", "no route"}},
                                         Unreachable{"refused", Broken{"refused", "nobody listens"}},
                                         Unreachable{"tls", Broken{"tls", "the certificate is out of date"}},
                                         Unreachable{"dropped", Broken{"dropped", "empty reply"}},
                                         Unreachable{"cut", Broken{"truncated", "half a body"}},
                                         Unreachable{"time", TimedOut{"connect", Seconds(20)}}),
                         [](const testing::TestParamInfo<Unreachable>& row) {
                           return std::string(row.param.name);
                         });

// Somebody sets the clock while the crawl hands a request to the fetcher.
class RestlessFetcher : public FakeFetcher {
 public:
  explicit RestlessFetcher(FakeClock& clock) : FakeFetcher(clock), clock_(clock) {}
  uint64_t start(Request request) override {
    clock_.put_back(std::chrono::hours(30));
    return FakeFetcher::start(std::move(request));
  }

 private:
  FakeClock& clock_;
};

TEST_F(CrawlPace, ItsLedgerTellsTheMomentsThatTheArchiveTells) {
  const std::string listing = "https://h.example/tag/x/";
  RestlessFetcher fetcher(clock_);
  fetcher.answer(listing, 200, site::Newspaper({.posts = 10, .page_bytes = 4000}).page(1),
                 {"Content-Type: text/html"});
  crawl(listing, fetcher, clock_, {});
  EXPECT_EQ(column("requests", "at").front(), column("pages", "fetched_at").front());  // robots.txt came "after"
}

}  // namespace
}  // namespace dekko
