#include "tests/support/pager.h"

#include <gtest/gtest.h>

namespace dekko::site {
namespace {

using Numbers = std::vector<int>;

TEST(Pager, ShowsFirstLastAndThreeOnEitherSide) {
  EXPECT_EQ(pager_numbers(1, 113), (Numbers{1, 2, 3, 4, 113}));
  EXPECT_EQ(pager_numbers(3, 20), (Numbers{1, 2, 3, 4, 5, 6, 20}));
  EXPECT_EQ(pager_numbers(9, 9), (Numbers{1, 6, 7, 8, 9}));
  EXPECT_EQ(pager_numbers(50, 113), (Numbers{1, 47, 48, 49, 50, 51, 52, 53, 113}));
  EXPECT_EQ(pager_numbers(5, 6), (Numbers{1, 2, 3, 4, 5, 6}));
}

TEST(Pager, ShowsNothingOnOnePageAndPastTheEnd) {
  EXPECT_EQ(pager_numbers(1, 1), Numbers{});
  EXPECT_EQ(pager_numbers(114, 113), Numbers{});
}

TEST(Pager, GivesPageOneTheBareAddress) {
  EXPECT_EQ(page_path("x", 1), "/tag/x/");
  EXPECT_EQ(page_path("x", 7), "/tag/x/page/7/");
}

TEST(Pager, LinksEveryNumberIncludingTheCurrentOne) {
  std::string html = render_pager("x", 1, 2);
  EXPECT_NE(html.find("<a href=\"/tag/x/\">1</a>"), std::string::npos);
  EXPECT_NE(html.find("<a href=\"/tag/x/page/2/\">2</a>"), std::string::npos);
}

}  // namespace
}  // namespace dekko::site
