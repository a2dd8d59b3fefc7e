// What cards tell machines: dates in attributes, authors that mark-up names.
#include <gtest/gtest.h>

#include <string>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

// Of a page whose cards have that line under their titles.
Card first_with(const std::string& line) {
  const Page page = read_page(three(
      "<article><h2>", "</h2><p>" + line + "</p><p>The keeper says it will be a long winter.</p></article>"));
  EXPECT_EQ(page.cards.size(), 3u) << line;
  return page.cards.empty() ? Card{} : page.cards.front();
}

TEST(CardMarks, WordsThatCountBackHaveTheMomentOfTheAttributeBesideThem) {
  for (const char* age :
       {"<abbr class=\"published\" title=\"2024-03-05T07:55:13Z\">2 weeks ago</abbr>",
        "<span class=\"age\" title=\"2024-03-05T07:55:13Z\">2 weeks ago</span>",
        "<relative-time datetime=\"2024-03-05T07:55:13Z\">2 weeks ago</relative-time>",
        "<span itemprop=\"datePublished\" content=\"2024-03-05T07:55:13Z\">2 weeks ago</span>",
        "<meta itemprop=\"datePublished\" content=\"2024-03-05T07:55:13Z\">2 weeks ago"}) {
    const Card card = first_with("Jane Doe • " + std::string(age));
    EXPECT_EQ(card.published, "2024-03-05T07:55:13Z") << age;
    EXPECT_EQ(card.published_text, "2 weeks ago") << age;
    EXPECT_TRUE(card.problems.empty()) << age;
  }
}

TEST(CardMarks, DateThatNoWordTellsIsTheCards) {
  const Card card = first_with("By Jane Doe <meta itemprop=\"datePublished\" content=\"2024-03-05\">");
  EXPECT_EQ(card.published, "2024-03-05");
  EXPECT_EQ(card.published_text, "2024-03-05");
}

TEST(CardMarks, DayInTheWordsIsBelievedBeforeTheMarkUp) {
  const Card card = first_with("<abbr class=\"published\" title=\"2024-03-05\">March 7, 2024</abbr>");
  EXPECT_EQ(card.published, "2024-03-07");
}

TEST(CardMarks, DatesOfOtherThingsAreNotTheCards) {
  for (const char* line :
       {"<a href=\"/minutes\" title=\"2024-03-05 Minutes of the harbour board\">Minutes</a> of the board",
        "<meta itemprop=\"dateModified\" content=\"2024-03-05\">On the quay again",
        "<ins datetime=\"2024-03-05\">Number twelve</ins> of the quay",
        "<span title=\"2024\">Number twelve</span> of the year"}) {
    EXPECT_EQ(first_with(line).published, std::nullopt) << line;
  }
}

TEST(CardMarks, NameThatMarkUpCallsTheAuthorsIsTheByline) {
  for (const char* author :
       {"<span class=\"author vcard\"><a class=\"url fn n\" href=\"/u/7\">mara71</a></span>",
        "<span itemprop=\"author\" itemscope>door <span itemprop=\"name\">mara71</span></span>",
        "<a class=\"p-author h-card\" href=\"/u/7\">mara71</a>"}) {
    const Card card = first_with(author);
    EXPECT_EQ(names_of(card), "mara71") << author;
    EXPECT_EQ(card.dek.value_or("") + card.kind.value_or(""), "") << author;
  }
}

TEST(CardMarks, LinkedNickAfterAWordForItIsTheByline) {
  for (const char* line : {"<span>7 points</span> by <a href=\"/u?id=7\">mara71</a> <span>3 hours ago</span> "
                           "| <a href=\"/c/7\">12 "
                           "comments</a>",
                           "submitted <time datetime=\"2024-03-19T06:00:00Z\">3 hours ago</time> by <a "
                           "href=\"/u/7\">mara71</a>"}) {
    const Card card = first_with(line);
    EXPECT_EQ(names_of(card), "mara71") << line;
    EXPECT_EQ(card.published.value_or("").substr(0, 16), "2024-03-19T06:00") << line;
  }
}

TEST(CardMarks, AddressOfItsSiteIsNoDek) {
  std::string rows;
  for (const std::string site : {"mill-lane", "quay-gazette", "upper-town"}) {
    rows += "<li><h3><a href=\"/" + site + "\">A crane for the " + site + "</a></h3><p>(" + site +
            ".example)</p><p>March 5, 2024</p></li>";
  }
  const Page page = read_page("<ul>" + rows + "</ul>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards.back().dek, std::nullopt);
}

TEST(CardMarks, AuthorThatNobodySeesIsNoByline) {
  EXPECT_EQ(names_of(first_with("<span class=\"author vcard\" hidden>admin</span>On the quay again")), "");
  EXPECT_EQ(names_of(first_with("<meta itemprop=\"author\" content=\"admin\">On the quay again")), "");
  EXPECT_EQ(names_of(first_with("<span class=\"p-author\">" + std::string(97, 'a') + "</span>")), "");
}

}  // namespace
}  // namespace dekko
