// What a card says of a date that is not plain.
#include "tests/extractors/reading.h"

namespace dekko {
namespace {

// Four cards, the first of which has this line below its dek.
std::string listing(const std::string& line) {
  std::string cards = cards_markup();
  const std::string first = "<span class=\"who\">Ada Moor</span> <time>March 1, 2024</time>";
  cards.replace(cards.find(first), first.size(), line);
  return page_markup("Fog", "<h1>Fog</h1>" + cards);
}

Card by_shape(const std::string& line) {
  const Page page = read_page(listing(line));
  return page.cards.empty() ? Card() : page.cards.front();
}

TEST(DatedCard, AnUnclearOrderIsAProblemAndNoDate) {
  for (const std::string line :
       {"<span>Ada Moor</span> <time>03/04/2024</time>", "<p>Ada Moor | 03/04/2024</p>"}) {
    const Card card = by_shape(line);
    EXPECT_EQ(card.published, std::nullopt) << line;
    EXPECT_EQ(first_problem(card.problems), "published: ambiguous_date") << line;
    ASSERT_EQ(card.bylines.size(), 1u) << line;
    EXPECT_EQ(card.bylines.front().name, "Ada Moor");
  }
}

TEST(DatedCard, AnAgeThatNamesNoDayIsAProblemAndNoDek) {
  const std::string dek =
      "<p class=\"dek\">Ferries waited at the quay until the morning bell rang, keeper 1 says</p>";
  for (const std::string line : {"Ada Moor • 2 weeks ago", "By Ada Moor | a month ago",
                                 "Ada Moor, 2 months ago", "Ada Moor • 3 weeks ago • 3 min read",
                                 "By Ada Moor 3 weeks ago"}) {
    std::string html = listing("<p>" + line + "</p>");
    html.erase(html.find(dek), dek.size());
    const Page page = read_page(html);
    ASSERT_EQ(page.cards.size(), 4u) << line;
    const Card& card = page.cards.front();
    EXPECT_EQ(card.dek, std::nullopt) << line;
    EXPECT_EQ(card.published, std::nullopt) << line;
    EXPECT_EQ(first_problem(card.problems), "published: unreadable_date") << line;
    ASSERT_EQ(card.bylines.size(), 1u) << line;
    EXPECT_EQ(card.bylines.front().name, "Ada Moor") << line;
  }
}

TEST(DatedCard, ASentenceThatEndsInAnAgeStaysADek) {
  for (const std::string line :
       {"<p>The Bridge Closed 2 Weeks Ago</p>", "<p>It all began, they say, a year ago</p>"}) {
    EXPECT_TRUE(by_shape(line).bylines.empty()) << line;
    EXPECT_TRUE(by_shape(line).problems.empty()) << line;
  }
}

TEST(DatedCard, AWeekdayThatDisagreesIsAProblemBesideTheDate) {
  const std::string line = "<span>Ada Moor</span> <time>Sunday, March 19, 2024</time>";
  EXPECT_EQ(by_shape(line).published, "2024-03-19");
  EXPECT_EQ(first_problem(by_shape(line).problems), "published: weekday_disagrees");
}

TEST(DatedCard, AnAttributeIsMoreExactThanCountingFromNow) {
  for (const std::string text : {"2 hours ago", "vor 2 Stunden", "어제"}) {
    const std::string line =
        "<span>Ada Moor</span> <time datetime=\"2024-03-19T08:05:00Z\">" + text + "</time>";
    EXPECT_EQ(by_shape(line).published, "2024-03-19T08:05:00Z") << text;
    EXPECT_EQ(by_shape(line).published_text, text);
  }
}

TEST(DatedCard, ADayShownStaysADayWhateverTheAttribute) {
  const Card card =
      by_shape("<span>Ada Moor</span> <time datetime=\"2024-03-19T23:05:00Z\">March 20, 2024</time>");
  EXPECT_EQ(card.published, "2024-03-20");
}

TEST(DatedCard, ADateInADekIsNotTheCards) {
  const Card card = by_shape("<p>The harbour was shut for the night from Feb. 1, 2021 to Feb. 28, 2021</p>");
  EXPECT_EQ(card.published, std::nullopt);
}

}  // namespace
}  // namespace dekko
