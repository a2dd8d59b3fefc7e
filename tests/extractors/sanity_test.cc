#include "extractors/sanity.h"

#include <gtest/gtest.h>

#include "core/limits.h"

namespace dekko {
namespace {

const Moment kNow = *parse_moment("2024-03-20T09:00:00Z");

Card card(int position, const std::string& url, std::optional<std::string> headline = "Fog") {
  Card one{.position = position, .url = url, .headline = std::move(headline)};
  return one;
}

Page judged(std::vector<Card> cards, CardSource source = CardSource::kShape) {
  Page page{.url = "https://gazette.example/tag/fog/"};
  page.cards = std::move(cards);
  judge(page, {.heading = true, .cards = source}, kNow);
  return page;
}

TEST(Sanity, SetsACardWithoutALinkAside) {
  const Page page = judged({card(1, "https://e.example/1"), card(2, "")});
  EXPECT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.problems, (std::vector<Problem>{{2, "url", "without_link", "Fog"}}));
}

TEST(Sanity, SetsACardWithoutAHeadlineAside) {
  const Page page = judged({card(1, "https://e.example/1", std::nullopt), card(2, "https://e.example/2")});
  EXPECT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.problems,
            (std::vector<Problem>{{1, "headline", "without_headline", "https://e.example/1"}}));
}

TEST(Sanity, KeepsTheFirstOfARepeatedCardAndItsPosition) {
  const Page page = judged(
      {card(1, "https://e.example/1"), card(2, "https://e.example/1"), card(3, "https://e.example/3")});
  ASSERT_EQ(page.cards.size(), 2u);
  EXPECT_EQ(page.cards[1].position, 3);
  EXPECT_EQ(page.problems, (std::vector<Problem>{{2, "url", "repeated", "https://e.example/1"}}));
}

struct DateCase {
  const char* published;
  bool kept;
};

class SanityOfDates : public testing::TestWithParam<DateCase> {};

TEST_P(SanityOfDates, TakesOffWhatIsMoreThanADayAhead) {
  Card one = card(1, "https://e.example/1");
  one.published = GetParam().published;
  one.published_text = "as served";
  const Page page = judged({one});
  ASSERT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.cards[0].published.has_value(), GetParam().kept);
  EXPECT_EQ(page.cards[0].problems.empty(), GetParam().kept);
}

INSTANTIATE_TEST_SUITE_P(AroundNow, SanityOfDates,
                         testing::Values(DateCase{"2024-03-20", true}, DateCase{"2024-03-21", true},
                                         DateCase{"2024-03-22", false}, DateCase{"2034-03-20", false},
                                         DateCase{"1999-12-31", true}, DateCase{"2024-03-21T08:59:00Z", true},
                                         DateCase{"2024-03-21T09:01:00Z", false},
                                         DateCase{"2024-03-21T17:59:00+09:00", true},
                                         DateCase{"2024-03-21T18:01:00+09:00", false}));

TEST(Sanity, NamesADateInTheFutureOnItsCard) {
  Card one = card(4, "https://e.example/1");
  one.published = "2024-12-24";
  one.published_text = "December 24, 2024";
  EXPECT_EQ(judged({one}).cards[0].problems,
            (std::vector<Problem>{{4, "published", "in_the_future", "December 24, 2024"}}));
}

TEST(Sanity, CapsProblemsAndTellsHowManyThereWere) {
  std::vector<Card> cards(limits::kProblems + 50, card(1, "https://e.example/1"));
  const Page page = judged(cards);
  ASSERT_EQ(page.problems.size(), limits::kProblems);
  EXPECT_EQ(page.problems.back(), (Problem{0, "problems", "too_many", "149 in all"}));
}

TEST(Sanity, BeginsTheProblemsWithTheReasonOfTheVerdict) {
  Page page{.url = "https://gazette.example/tag/fog/"};
  page.problems.push_back({0, "charset", "undecodable", "1 places"});
  judge(page, {.marked = Stranger::kChallenge}, kNow);
  ASSERT_EQ(page.problems.size(), 2u);
  EXPECT_EQ(page.problems[0].reason, "challenge");
}

TEST(Sanity, KeepsTheCardsOfAnUnrecognizedPageForAPersonToLookAt) {
  const Page page = judged({card(1, "https://e.example/1")}, CardSource::kShapeOfAnother);
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
  EXPECT_EQ(page.cards.size(), 1u);
}

TEST(Sanity, CallsAPagePastTheLastNumberSoWhateverItOffers) {
  Page page{.url = "https://gazette.example/tag/fog/page/9/", .page = 9, .page_count = 8};
  page.cards = {card(1, "https://e.example/1")};
  judge(page, {.heading = true, .cards = CardSource::kShapeOfAnother}, kNow);
  EXPECT_EQ(page.verdict, Verdict::kPastTheEnd);
  EXPECT_TRUE(page.cards.empty());
}

TEST(Sanity, BelievesTheProfilesCardsBeforeAnyWords) {
  Page page{.url = "https://gazette.example/tag/fog/"};
  page.cards = {card(1, "https://e.example/1")};
  judge(page,
        {.heading = true,
         .cards = CardSource::kSelectors,
         .titled = StrangerTitle{Stranger::kError, Sureness::kCertain},
         .profile_says_nothing = true},
        kNow);
  EXPECT_EQ(page.verdict, Verdict::kListing);
}

}  // namespace
}  // namespace dekko
