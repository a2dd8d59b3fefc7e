#include "crawler/walk/offset.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

const PageAddress kNews = page_address(Url::parse("https://h.example/news?s=a").value());

std::optional<Offset> read(const std::string& target) {
  return read_offset(Url::parse("https://h.example" + target).value(), kNews);
}

TEST(Offset, IsOneMoreParameterOfTheListingsOwnAddress) {
  for (const char* target : {"/news?s=a&start=20", "/news?start=20&s=a", "/news/?s=a&OFFSET=20",
                             "/news?s=a&b_start%3Aint=20", "/news?s=a&skip=20"}) {
    const auto offset = read(target);
    ASSERT_TRUE(offset) << target;
    EXPECT_EQ(offset->value, 20) << target;
  }
}

TEST(Offset, IsNoParameterOfAnotherAddress) {
  for (const char* target : {"/news?s=b&start=20", "/news?start=20", "/other?s=a&start=20", "/news?s=a",
                             "/news?s=a&start=x", "/news?s=a&start=-1", "/news?s=a&start=99999999999",
                             "/news?s=a&start=10&skip=20", "/news?s=a&started=20"}) {
    EXPECT_FALSE(read(target)) << target;
  }
}

TEST(Offset, TellsTheStepWhereOnlyOneReadingIsLeft) {
  EXPECT_EQ(named_by(*read("/news?s=a&start=60"), 7)->step, 10);
  EXPECT_EQ(named_by(*read("/news?s=a&start=61"), 7)->first, 1);
  EXPECT_FALSE(named_by(*read("/news?s=a&start=20"), 2)) << "20 from 0 or 19 from 1";
  EXPECT_FALSE(named_by(*read("/news?s=a&start=65"), 7));
}

TEST(Offset, NamesAPageTheWayTheLinkDoes) {
  const PageAddress names = *named_by(*read("/news?start=60&s=a"), 7);
  EXPECT_EQ(names.of_page(3).text(), "https://h.example/news?start=20&s=a");
  EXPECT_EQ(page_at(*read("/news?s=a&start=20"), names), 3);
  EXPECT_FALSE(page_at(*read("/news?s=a&start=25"), names));
}

}  // namespace
}  // namespace dekko
