#include "app/crawl_progress.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(CrawlProgress, TellsPageAndPauseOfASingleListing) {
  CrawlProgress one{.host = "a.example", .page = 3, .pages = 2, .items_new = 20, .items_changed = 1};
  one.pause = Seconds(5);
  EXPECT_EQ(progress_line({one}, 1), "page 3 · 20 new, 1 changed · pause 5.0 s");
  one.last_page = 113;
  one.left = Seconds(550);
  EXPECT_EQ(progress_line({one}, 1), "page 3 of 113 · 20 new, 1 changed · pause 5.0 s · 9 min left");
}

TEST(CrawlProgress, TellsHostsPagesAndTheSlowestHostOfMany) {
  const std::vector<CrawlProgress> going = {{.host = "a.example", .pages = 4, .left = Seconds(30)},
                                            {.host = "b.example", .pages = 5, .left = Seconds(7800)},
                                            {.host = "b.example", .pages = 1}};
  EXPECT_EQ(progress_line(going, 200), "2 hosts · 3 of 200 listings · 10 pages · b.example: 2 h 10 min left");
}

TEST(CrawlProgress, KeepsTheFormOfManyWhileTheLastOneIsUnderWay) {
  EXPECT_EQ(progress_line({{.host = "a.example", .pages = 4}}, 2), "1 hosts · 1 of 2 listings · 4 pages");
}

TEST(CrawlProgress, IsEmptyWhenAllIsOver) {
  EXPECT_EQ(progress_line({}, 200), "");
}

}  // namespace
}  // namespace dekko
