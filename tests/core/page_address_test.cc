#include "core/page_address.h"

#include <gtest/gtest.h>

#include <array>

#include "core/limits.h"

namespace dekko {
namespace {

PageAddress read(const std::string& url, const std::vector<std::string>& noise = {}) {
  return page_address(Url::parse(url).value(), noise);
}

// "listing page"
std::string told(const std::string& url, const std::vector<std::string>& noise = {}) {
  const PageAddress address = read(url, noise);
  return address.listing.text() + " " + std::to_string(address.page);
}

TEST(PageAddress, ReadsListingAndPage) {
  const std::vector<std::array<std::string, 2>> addresses = {
      {"https://h/tag/x/", "https://h/tag/x/ 1"},
      {"https://h/tag/x", "https://h/tag/x 1"},
      {"https://h/tag/x/page/3/", "https://h/tag/x/ 3"},
      {"https://h/tag/x/page/3", "https://h/tag/x/ 3"},
      {"https://h/tag/x/page/03/", "https://h/tag/x/ 3"},
      {"https://h/tag/x/page/1/", "https://h/tag/x/ 1"},
      {"https://h/page/2/", "https://h/ 2"},
      {"https://h/thema/seite/2/", "https://h/thema/ 2"},
      {"https://h/news?page=3&s=a", "https://h/news?s=a 3"},
      {"https://h/news?s=a&paged=3", "https://h/news?s=a 3"},
      {"https://h/?p=3", "https://h/ 3"},
      {"https://h/news?page=", "https://h/news 1"},
      {"https://h/news?page=0", "https://h/news 1"},
      {"https://h/news?&&page=2&", "https://h/news 2"},
      {"https://h/tag/x/page/3/#top", "https://h/tag/x/ 3"},
      {"https://h/tag/x/?utm_source=a&fbclid=b", "https://h/tag/x/ 1"},
  };
  for (const auto& [url, expected] : addresses) EXPECT_EQ(told(url), expected) << url;
}

TEST(PageAddress, LeavesAloneWhatNamesNoPage) {
  for (const char* url :
       {"https://h/page/", "https://h/tag/page/x/", "https://h/tag/x/page/-1/", "https://h/tag/x/page/0/",
        "https://h/tag/x/page/99999999999/", "https://h/tag/x/2/", "https://h/a?page=two",
        "https://h/a?start=10", "https://h/page/3/story/", "https://h/mypage/3/", "https://h/a?pages=3"}) {
    EXPECT_EQ(told(url), std::string(url) + " 1");
    EXPECT_FALSE(read(url).numbered) << url;
  }
}

TEST(PageAddress, GivesOneNameToTheAddressesOfATrap) {
  const std::string page = "https://h/tag/x/page/523/";
  for (const char* noise : {"", "?c=x&page=545", "?page=545&c=x&t=1", "?t=17000000", "?page=two", "?paged=9",
                            "?page=", "?utm_medium=y&page=1#z"}) {
    const PageAddress address = read(page + noise);
    EXPECT_EQ(address.of_page(address.page).text(), page) << noise;
  }
}

TEST(PageAddress, CountsTheLastOfTwoNumbersInAQuery) {
  EXPECT_EQ(told("https://h/news?page=3&page=5"), "https://h/news 5");
  EXPECT_EQ(told("https://h/news?page=3&p=77"), "https://h/news?p=77 3");
}

TEST(PageAddress, DropsWhatAProfileCallsNoise) {
  EXPECT_EQ(told("https://h/news?v=2&s=a&page=4", {"v"}), "https://h/news?s=a 4");
  EXPECT_EQ(read("https://h/news?v=2", {"v"}).noise, std::vector<std::string>{"v"});
}

TEST(PageAddress, NamesEveryPageTheWayItWasShown) {
  const std::vector<std::array<std::string, 2>> pages = {
      {"https://h/tag/x/", "https://h/tag/x/page/7/"},
      {"https://h/tag/x", "https://h/tag/x/page/7/"},
      {"https://h/tag/x/page/3", "https://h/tag/x/page/7"},
      {"https://h/thema/seite/2/", "https://h/thema/seite/7/"},
      {"https://h/tag/x/page/2/?s=a", "https://h/tag/x/page/7/?s=a"},
      {"https://h/news?paged=3", "https://h/news?paged=7"},
      {"https://h/news?page=3&s=a", "https://h/news?page=7&s=a"},
      {"https://h/news?page=0", "https://h/news?page=6"},
  };
  for (const auto& [url, seventh] : pages) EXPECT_EQ(read(url).of_page(7).text(), seventh) << url;
}

TEST(PageAddress, CallsPageOneByTheBareAddress) {
  EXPECT_EQ(read("https://h/tag/x/page/3/").of_page(1).text(), "https://h/tag/x/");
  EXPECT_EQ(read("https://h/news?page=3").of_page(1).text(), "https://h/news");
  EXPECT_EQ(read("https://h/news?page=3").of_page(-5).text(), "https://h/news");
}

TEST(PageAddress, GoesOneWayAndBack) {
  for (const char* url :
       {"https://h/tag/x/page/2/", "https://h/x/page/9", "https://h/news?s=a&page=8", "https://h/?p=2"}) {
    const PageAddress address = read(url);
    EXPECT_EQ(address.of_page(address.page).text(), url);
    for (const int k : {1, 2, 50, limits::kPages}) {
      EXPECT_EQ(page_address(address.of_page(k)).page, k) << url;
      EXPECT_EQ(page_address(address.of_page(k)).listing, address.listing) << url;
    }
  }
}

TEST(PageAddress, ReadsATextCutAnywhere) {
  const std::string whole = "https://h/tag/x/page/523/?c=x&page=545&utm_a=b&p=#z";
  for (size_t length = 10; length <= whole.size(); ++length) {
    const PageAddress address = read(whole.substr(0, length));
    EXPECT_GE(address.page, 1) << length;
    EXPECT_EQ(page_address(address.of_page(address.page)).page, address.page) << length;
  }
}

}  // namespace
}  // namespace dekko
