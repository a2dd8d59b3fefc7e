#include "app/page_range.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(PageRange, AcceptsRangesAndWords) {
  EXPECT_EQ(parse_page_range("all")->mode, WalkPlan::Mode::kAll);
  EXPECT_EQ(parse_page_range("new")->mode, WalkPlan::Mode::kNew);
  const auto range = parse_page_range("3-7");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, 3);
  EXPECT_EQ(range->last, 7);
  EXPECT_EQ(parse_page_range("3-")->last, std::nullopt);
  EXPECT_EQ(parse_page_range("5")->first, 5);
  EXPECT_EQ(parse_page_range("5")->last, 5);
}

TEST(PageRange, Refuses) {
  for (const char* text : {"", "0", "7-3", "-3", "a-b", "1-2-3", "1,2", "ALL", "100001"}) {
    EXPECT_FALSE(parse_page_range(text)) << text;
  }
}

}  // namespace
}  // namespace dekko
