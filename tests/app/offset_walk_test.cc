#include <fmt/format.h>

#include "core/page_address.h"
#include "tests/app/crawling.h"
#include "tests/support/fake_fetcher.h"

namespace dekko {
namespace {

constexpr const char* kNews = "https://gazette.example/news/";
constexpr int kPages = 5, kOnAPage = 6;

std::string address_of(int page) {
  return page == 1 ? kNews : fmt::format("{}?start={}", kNews, (page - 1) * kOnAPage);
}

std::string page_of(int page) {
  std::string html = "<html><body><h1>Harbour news</h1><main>";
  for (int card = (page - 1) * kOnAPage; card < page * kOnAPage; ++card) {
    html += fmt::format(
        "<article><h2><a href=/story/{0}/>Harbour story number {0} about tides</a></h2>"
        "<p>What happened at pier {0} before noon</p><time datetime=2024-03-{1:02}>x</time></article>",
        card, 30 - card % 28);
  }
  html += "</main>";
  if (page < kPages) html += fmt::format("<a rel=next href='{}'>Next</a>", address_of(page + 1));
  return html + "</body></html>";
}

class OffsetWalk : public Crawling {
 protected:
  OffsetWalk() {
    for (int page = 1; page <= kPages; ++page)
      fetcher_.answer(address_of(page), 200, page_of(page), {"Content-Type: text/html"});
  }

  // The listing's pages that were asked for.
  std::vector<std::string> asked(const Wishes& wishes) {
    const size_t before = fetcher_.requests().size();
    crawl(kNews, fetcher_, clock_, wishes);
    std::vector<std::string> urls = fetcher_.urls();
    urls.erase(urls.begin(), urls.begin() + static_cast<std::ptrdiff_t>(before));
    std::erase(urls, "https://gazette.example/robots.txt");
    clock_.advance(std::chrono::hours(20));
    return urls;
  }

  FakeClock clock_;
  FakeFetcher fetcher_{clock_};
};

TEST_F(OffsetWalk, CountsThePagesThatTheirAddressesDoNotName) {
  EXPECT_EQ(asked({}).size(), size_t{kPages});
  EXPECT_EQ(column("pages", "page"), (std::vector<std::string>{"1", "2", "3", "4", "5"}));
}

TEST_F(OffsetWalk, GoesToOnePageByWhatEarlierRunsKnow) {
  asked({});
  const PageRange fourth{.mode = WalkPlan::Mode::kRange, .first = 4, .last = 4};
  EXPECT_EQ(asked({.pages = fourth}), std::vector{address_of(4)});
}

TEST_F(OffsetWalk, SweepsOldPagesTheNextNight) {
  asked({});
  EXPECT_GT(asked({}).size(), 1u);
  EXPECT_EQ(column("items", "url").size(), size_t{kPages * kOnAPage});
}

}  // namespace
}  // namespace dekko
