// A page held against what its listing showed before.
#include "extractors/page_fit.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

Moment day(int number) {
  return std::chrono::sys_days(std::chrono::year(2026) / 11 / number) + std::chrono::hours(2);
}

Card card(int number) {
  const std::string n = std::to_string(number);
  return {.position = number,
          .url = "https://gazette.example/" + n + "/",
          .headline = "The harbor wakes before the town, part " + n,
          .dek = "Ferries wait for the third morning in a row at the lower quay",
          .bylines = {{"Ada Marsh", "ada marsh"}},
          .published = "2026-11-" + std::to_string(28 - number),
          .image = "https://gazette.example/i/" + n + ".jpg"};
}

Page page(int cards = 10, int number = 1) {
  Page shown{.page = number,
             .page_count = 40,
             .next = "https://gazette.example/next/",
             .verdict = Verdict::kListing};
  for (int i = 1; i <= cards; ++i) shown.cards.push_back(card(i));
  return shown;
}

// Twenty nights of three pages.
std::vector<PageShape> past() {
  std::vector<PageShape> shapes;
  for (int night = 20; night >= 1; --night) {
    for (int number = 1; number <= 3; ++number) {
      Page then = page(10, number);
      if (night % 4 == 0) then.cards[3].bylines.clear();
      shapes.push_back(shape_of(then, day(night)));
    }
  }
  return shapes;
}

// "bylines: 98 % until ...", a line each.
std::vector<std::string> told(const Page& now, const std::vector<PageShape>& before,
                              const std::vector<Card>& known = {card(1)}) {
  std::vector<std::string> lines;
  for (const Problem& problem : misfits(now, shape_of(now, day(21)), before, known)) {
    EXPECT_EQ(problem.reason, kUnlikeBefore);
    lines.push_back(problem.field + ": " + problem.excerpt);
  }
  return lines;
}
using Lines = std::vector<std::string>;

TEST(PageFit, TakesAPageLikeTheOthers) {
  EXPECT_EQ(told(page(), past()), Lines{});
  Page now = page();
  now.cards[0].bylines.clear();
  now.cards[5].bylines.clear();
  now.cards[2].dek.reset();
  EXPECT_EQ(told(now, past()), Lines{});
}

TEST(PageFit, NamesTheFieldThatVanishedAndSinceWhen) {
  Page now = page();
  for (Card& one : now.cards) one.bylines.clear();
  EXPECT_EQ(told(now, past()), Lines{"bylines: 98 % until 2026-11-20, now 0 %"});
}

TEST(PageFit, BelievesThatOldPagesShowLess) {
  std::vector<PageShape> before = past();
  Page old = page(10, 60);
  for (Card& one : old.cards) one.bylines.clear();
  EXPECT_EQ(told(old, before), Lines{});  // the listing was never seen to this depth
  before.push_back(shape_of(old, day(1)));
  EXPECT_EQ(told(old, before), Lines{});
}

TEST(PageFit, HasNothingToSayOfAListingNeverSeen) {
  Page now = page();
  for (Card& one : now.cards) one.bylines.clear();
  EXPECT_EQ(told(now, {}, {}), Lines{});
}

TEST(PageFit, NoticesKnownItemsThatLostWhatTheyHad) {
  Page now = page(10, 60);
  std::vector<Card> known;
  for (Card& one : now.cards) {
    known.push_back(one);
    one.dek.reset();
  }
  EXPECT_EQ(told(now, past(), known), Lines{"dek: 100 % of known items until 2026-11-20, now 0 %"});
}

TEST(PageFit, NoticesFarFewerAndFarMoreCards) {
  EXPECT_EQ(told(page(3), past()), Lines{"cards: 10 to 10 a page until 2026-11-20, now 3"});
  EXPECT_EQ(told(page(25), past()).front(), "cards: 10 to 10 a page until 2026-11-20, now 25");
  Page last = page(3);
  last.next.reset();
  last.page_count = 1;
  EXPECT_EQ(told(last, past()), Lines{});  // the last page may be short
}

TEST(PageFit, NoticesTextsOfAnotherLength) {
  Page now = page();
  for (Card& one : now.cards) one.dek = "Share this";
  EXPECT_EQ(told(now, past()), Lines{"dek: 61 to 61 letters until 2026-11-20, now 10"});
}

TEST(PageFit, NoticesDatesThatFellDownThePage) {
  Page now = page();
  std::reverse(now.cards.begin(), now.cards.end());
  EXPECT_EQ(told(now, past()),
            Lines{"published: 100 % of dates that fall down the page until 2026-11-20, now 0 %"});
}

TEST(PageFit, NoticesOldItemsThatNobodyKnows) {
  Page old = page();
  for (Card& one : old.cards) one.published = "2026-11-10";
  EXPECT_EQ(told(old, past(), {}),
            Lines{"url: 10 items from before 2026-11-19 and none of them was seen until then"});
  Page fresh = page();
  for (Card& one : fresh.cards) one.published = "2026-11-21";
  EXPECT_EQ(told(fresh, past(), {}), Lines{});  // all of it may be new
}

TEST(PageFit, OldItemsOfAPageThatCouldNotBeHadAreNoChange) {
  Page old = page(10, 2);
  for (Card& one : old.cards) one.published = "2026-11-10";
  std::vector<PageShape> gaps = past();
  EXPECT_EQ(told(old, gaps, {}).size(), 1u);
  std::erase_if(gaps, [](const PageShape& shape) { return shape.page == 2 && shape.seen > day(10); });
  EXPECT_EQ(told(old, gaps, {}), Lines{});  // they may have stood on page 2 since the tenth
  std::erase_if(gaps, [](const PageShape& shape) { return shape.page == 2; });
  EXPECT_EQ(told(old, gaps, {}), Lines{});
}

TEST(PageFit, TellsHowManyCardsVanished) {
  EXPECT_EQ(vanished_cards(past()).excerpt, "10 a page until 2026-11-20, now none");
}

}  // namespace
}  // namespace dekko
