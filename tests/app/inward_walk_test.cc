// A public host that would lead a crawl into the user's own network: what becomes of the walk and its ledger.
#include <gmock/gmock.h>

#include "tests/app/crawling.h"
#include "tests/support/fake_fetcher.h"
#include "tests/support/newspaper.h"

namespace dekko {
namespace {

const std::string kListing = "https://h.example/tag/x/";
const std::string kRobots = "https://h.example/robots.txt";
const std::string kInside = "http://10.0.0.1/robots.txt";

class InwardWalk : public Crawling {
 protected:
  // These of three pages.
  void publish(const std::vector<int>& pages) {
    const site::Newspaper paper({.posts = 30, .page_bytes = 4000});
    fetcher_.answer(kRobots, 200, "User-agent: *\nAllow: /\n");
    for (const int page : pages)
      fetcher_.answer(page_of(page), 200, paper.page(page), {"Content-Type: text/html"});
  }
  static std::string page_of(int page) {
    return page == 1 ? kListing : kListing + "page/" + std::to_string(page) + "/";
  }
  RunReport walk() { return crawl(kListing, fetcher_, clock_, {.pace = {.delay = Seconds(0)}}); }
  int asked(const std::string& url) const {
    const std::vector<std::string> urls = fetcher_.urls();
    return static_cast<int>(std::count(urls.begin(), urls.end(), url));
  }

  FakeClock clock_;
  FakeFetcher fetcher_{clock_};
};

TEST_F(InwardWalk, ARobotsTxtThatLeadsInwardIsNotHadAndNothingIsAsked) {
  fetcher_.answer(kRobots, Redirected{fetcher_.exchange_for(kRobots, 301), kInside});
  fetcher_.answer(kInside, InwardAddress{"10.0.0.1"});
  const RunReport report = walk();
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_NE(report.why.find("10.0.0.1, an address inside your network"), std::string::npos) << report.why;
  EXPECT_EQ(fetcher_.urls(), (std::vector<std::string>{kRobots, kInside}));
  EXPECT_THAT(column("requests", "outcome"), testing::UnorderedElementsAre("redirected", "inward_address"));
}

TEST_F(InwardWalk, APageWhoseHostTurnsInwardIsMissingAndNotTriedAgain) {
  publish({1, 3});
  fetcher_.answer(page_of(2), InwardAddress{"127.0.0.1"});
  const RunReport report = walk();
  EXPECT_EQ(report.exit_code(), ExitCode::kPartial);
  EXPECT_EQ(report.missing, std::vector<int>{2});
  EXPECT_EQ(asked(page_of(2)), 2);  // once when its turn came, once at the end
  EXPECT_NE(report.why.find("not asked"), std::string::npos) << report.why;
}

TEST_F(InwardWalk, EveryRequestSaysForWhichHostItIs) {
  fetcher_.answer(kRobots,
                  Redirected{fetcher_.exchange_for(kRobots, 301), "https://other.example/robots.txt"});
  publish({1, 2, 3});
  walk();
  ASSERT_GE(fetcher_.requests().size(), 4u);
  for (const Request& request : fetcher_.requests())
    EXPECT_EQ(request.named_host, "h.example") << request.url.text();
}

}  // namespace
}  // namespace dekko
