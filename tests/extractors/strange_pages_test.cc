// What pages that nobody here had seen showed, each as the smallest page that shows it.
#include <gtest/gtest.h>

#include <string>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

// Bare links, each long enough for a headline.
std::string links(int first, int last, const std::string& before, const std::string& after) {
  std::string html;
  for (int i = first; i <= last; ++i) {
    html += before + "<a href=\"/a/" + std::to_string(i) + "\">The harbor council counts its cranes, part " +
            std::to_string(i) + "</a>" + after;
  }
  return html;
}

TEST(StrangePage, HeadingOverEachMonthIsNoHeadline) {
  const Page page =
      read_page("<main><h3>September 2023</h3>" + links(1, 2, "<div>", "</div>") + "<h3>July 2023</h3>" +
                links(3, 3, "<div>", "</div>") + "<h3>May 2023</h3>" + links(4, 5, "<div>", "</div>") +
                "<div><nav><a class=\"next\" href=\"?page=2\">Next Page</a></nav></div></main>");
  ASSERT_EQ(page.cards.size(), 5u);
  for (const Card& card : page.cards) {
    EXPECT_TRUE(card.headline.value_or("").starts_with("The harbor council")) << card.headline.value_or("");
    EXPECT_EQ(card.dek, std::nullopt);
  }
}

TEST(StrangePage, ThreeArticlesWithALinkEachAreAListing) {
  const Page page = read_page(links(1, 3, "<article><div>", "</div></article>"));
  EXPECT_EQ(page.verdict, Verdict::kListing);
  EXPECT_EQ(page.cards.size(), 3u);
}

TEST(StrangePage, WordsForADateAndACategoryAreNobody) {
  const Page page = read_page(
      three("<article><h2>",
            "</h2><div><span>发表于</span> <time datetime=\"2024-03-05\">2024-03-05</time> "
            "<i>|</i><span>分类于</span> "
            "<a href=\"/categories/harbor/\">港口</a></div><p>灯台昨夜熄灭，今晨又亮。</p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

TEST(StrangePage, ListBesideThePostsOfASideIsNoListing) {
  const std::string side = "<div class=\"aside-content\"><div>Latest</div>" +
                           three("<div class=\"item\">", " <time>2024-03-05</time></div>") + "</div>";
  const Page page =
      read_page("<main>" + links(1, 3, "<div class=\"post\">", " <time>2024-03-01</time></div>") + "<hr>" +
                side + "</main>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].url, "https://site.example/a/1");
}

TEST(StrangePage, RecentPostsUnderASmallHeadingAreNoListing) {
  const std::string posts = links(1, 5, "<div><p>", "</p></div>");
  EXPECT_EQ(read_page("<div><h5>Recent Posts</h5>" + posts + "</div>").cards.size(), 0u);
  EXPECT_EQ(read_page("<div><h2>Recent Posts</h2>" + posts + "</div>").cards.size(), 5u);
  EXPECT_EQ(read_page("<div class=\"widget_recent_entries\"><h2>News</h2>" + posts + "</div><p>" +
                      std::string(500, 'x') + "</p>")
                .cards.size(),
            0u);
}

TEST(StrangePage, LinkedNickOnALineOfItsOwnIsTheByline) {
  const Page page = read_page(
      three("<article><div>By <a href=\"/author/admin/\">admin</a></div><div>March 5, 2024</div><h2>",
            "</h2></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "admin");
  EXPECT_EQ(page.cards[0].kind, std::nullopt);
}

TEST(StrangePage, LinkToTheCardItselfIsNoByline) {
  const Page page = read_page(
      links(1, 1, "<article><h2>", "</h2><div>March 5, 2024</div><a href=\"/a/1\">Read More</a></article>") +
      links(2, 3, "<article><h2>",
            "</h2><div>March 5, 2024</div><p>It is the oldest of the town.</p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

TEST(StrangePage, TimeThatReadingTakesIsNoKicker) {
  std::string html;
  for (int minutes = 6; minutes < 9; ++minutes) {
    html += "<article><p>" + std::to_string(minutes) + " मिनट पढ़ने को</p><h2><a href=\"/a/" +
            std::to_string(minutes) + "\">The ferry sails again, part " + std::to_string(minutes) +
            "</a></h2></article>";
  }
  const Page page = read_page(html);
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].kind, std::nullopt);
}

TEST(StrangePage, NextOfAWholeSiteIsNotThatOfTheListing) {
  Frame frame;
  frame.title += "</title><link rel=\"next\" href=\"/contact/\"><title>";
  const Page page =
      read_page(three("<article><h2>", "</h2></article>") +
                    "<nav><span>1</span> <a href=\"?page=2\">2</a> <a href=\"?page=9\">9</a></nav>",
                frame);
  EXPECT_EQ(page.next, "https://site.example/topics/shipping/?page=2");
}

TEST(StrangePage, HeadingUnderTheDateIsNoByline) {
  const Page page =
      read_page(three("<article><h2>",
                      "</h2><div>March 5, 2024</div><div><h2>Eslint</h2><p>The rules of the yard have "
                      "changed for the better.</p></div></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

// The rows of a board: a short title, a day without its year, a nick.
std::string board(const std::string& nick) {
  std::string rows;
  for (int i = 1; i <= 6; ++i) {
    rows += "<div class=\"row\"><span>" + std::to_string(i) + "</span><div><a href=\"/b/M." +
            std::to_string(i) + ".html\">Fog " + std::to_string(i) +
            "</a></div><div><div class=\"date\"> 7/12</div>" + "<div class=\"author\">" + nick +
            "</div></div></div>";
  }
  return "<div class=\"rows\">" + rows + "</div>";
}

TEST(StrangePage, DaysWithoutAYearAreASignOfCards) {
  const Page page = read_page(board("mara71"));
  EXPECT_EQ(page.verdict, Verdict::kListing);
  EXPECT_EQ(page.cards.size(), 6u);
}

TEST(StrangePage, NickInAnElementForAuthorsIsItsAuthor) {
  const Page page = read_page(board("mara71"));
  ASSERT_EQ(page.cards.size(), 6u);
  EXPECT_EQ(names_of(page.cards[0]), "mara71");
  EXPECT_EQ(names_of(read_page(board("-")).cards.at(0)), "");
}

TEST(StrangePage, ListsOfOneClassUnderAHeadingEachAreOneListing) {
  const auto office = [](const std::string& name, int first, int last) {
    return "<ul><li><h3>" + name + "</h3><ul class=\"num\">" + links(first, last, "<li>", " </li>") +
           "</ul></li></ul>";
  };
  const Page page = read_page("<main>" + office("Harbor Office", 1, 1) + office("Office of Lights", 2, 4) +
                              office("Board of Cranes", 5, 9) + office("Ferries", 10, 11) + "</main>");
  EXPECT_EQ(page.cards.size(), 11u);
}

TEST(StrangePage, DayForATitleIsTheDayToo) {
  std::string posts;
  for (int i = 1; i <= 4; ++i) {
    posts += "<div class=\"post\"><a href=\"/p/" + std::to_string(i) + "\">July " + std::to_string(20 + i) +
             ", 2023, 6:24 PM</a><p>One crane was missing on the quay in the evening, and nobody had seen it "
             "go.</p></div>";
  }
  const Page page = read_page("<main>" + posts + "</main>");
  ASSERT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(page.cards[0].published.value_or("").substr(0, 10), "2023-07-21");
}

TEST(StrangePage, LoneWordBesideADateIsNobodyWhereNoCardNamesAnybody) {
  const Page page = read_page(
      three("<article><h2>", "</h2><p><span>March 5, 2024</span> <span>Politics</span></p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

TEST(StrangePage, LoneWordBesideADateIsANameWhereOtherCardsNamePeople) {
  const auto card = [](const std::string& name, int i) {
    return "<article><h2>" + links(i, i, "", "") + "</h2><p><span>March 5, 2024</span> <span>" + name +
           "</span></p></article>";
  };
  const Page page =
      read_page("<main>" + card("Ada Moor", 1) + card("Jin", 2) + card("Tom Reed", 3) + "</main>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[1]), "Jin");
}

TEST(StrangePage, KoreanStatementBesideADateIsNobody) {
  const Page page =
      read_page(three("<article><h2>", "</h2><p>반대는 한 표였다</p><p>2024.03.12</p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

TEST(StrangePage, ReportOfEachDayIsTheHeadlineAndNotItsViews) {
  std::string reports;
  for (int i = 1; i <= 5; ++i) {
    reports +=
        "<a href=\"/r/" + std::to_string(i) + "\"><div>115.03.1" + std::to_string(i) +
        "</div><div>Movements in the outer harbor</div><div>Read so far: " + std::to_string(90 + i * 7) +
        " times</div></a>";
  }
  const Page page = read_page("<main><div>" + reports + "</div></main>");
  ASSERT_EQ(page.cards.size(), 5u);
  EXPECT_EQ(page.cards[0].headline, "Movements in the outer harbor");
}

constexpr const char* kPost =
    "<p>One crane was missing on the quay in the evening, and nobody had seen it go.</p>";

TEST(StrangePage, AsideOfAPostIsPartOfIt) {
  const Page page = read_page(
      std::string("<section><article><header><h2><a href=\"/fog/\">FOG</a></h2><aside><a href=\"/fog/\">") +
      "February 8, 2012</a></aside></header>" + kPost + "</article></section><footer>" + kPost + "</footer>");
  ASSERT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.cards[0].published, "2012-02-08");
}

TEST(StrangePage, TwoPostsWithoutADateAreTheLastOfABlog) {
  const auto post = [](const std::string& n) {
    return "<div class=\"post type-post\"><h3><a href=\"/a/" + n + "\">A lighthouse in the fog, part " + n +
           " of all</a></h3>" + kPost + "</div>";
  };
  EXPECT_EQ(read_page("<div>" + post("1") + post("2") + "</div>").cards.size(), 2u);
}

TEST(StrangePage, ExcerptThatBreaksOffIsNobody) {
  const Page page = read_page(
      three("<article><h2>", "</h2><p>2018年2月13日</p><p>なぜ灯台、ふねなど、いわば ...</p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "");
}

TEST(StrangePage, LastProductOfAShopIsACard) {
  const Page page = read_page(
      "<ul class=\"products\"><li class=\"product\"><a href=\"/p/lamp/\"><img src=\"/l.png\"></a>"
      "<a href=\"/p/lamp/\"><h2>Lamp for a lighthouse of glass</h2></a><span>12.00</span></li></ul>");
  EXPECT_EQ(page.cards.size(), 1u);
}

TEST(StrangePage, PostsWithoutATitleHaveTheLinkThatReadsOn) {
  std::string posts;
  for (int i = 1; i <= 5; ++i) {
    posts += "<div class=\"box\"><p>Of the crane that was counted twice on day " + std::to_string(i) +
             ", and of the wind, the rope, the rust, the gulls and the man who had to climb it before the "
             "rain came in "
             "from the west, this page tells all that is known to the office of the harbor, and more.</p>"
             "<a href=\"/a/" +
             std::to_string(i) + "\">Continue reading</a></div>";
  }
  const Page page = read_page("<main>" + posts + "</main>");
  ASSERT_EQ(page.cards.size(), 5u);
  EXPECT_EQ(page.cards[0].url, "https://site.example/a/1");
}

TEST(StrangePage, CategoryThatLeadsNowhereIsNobody) {
  const Page page = read_page(
      three("<article><h2>",
            "</h2><p>by <a rel=\"author\" href=\"/author/ada/\">Ada Moor</a> | <span>March 5, 2024</span> | "
            "<a href=\"\" rel=\"category tag\">Letters</a></p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Ada Moor");
}

TEST(StrangePage, DayInTheHeadingIsNotOfTheHeadline) {
  std::string rows;
  for (int i = 1; i <= 3; ++i) {
    rows += "<li><a href=\"/a/" + std::to_string(i) + "\"><h4><span>2022-03-2" + std::to_string(i) +
            "</span>Lamps of the outer harbor, part " + std::to_string(i) + "</h4></a></li>";
  }
  const Page page = read_page("<ul>" + rows + "</ul>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].headline, "Lamps of the outer harbor, part 1");
  EXPECT_EQ(page.cards[0].published, "2022-03-21");
}

TEST(StrangePage, SecondDateIsNoTopic) {
  const Page page = read_page(
      three("<article><div>March 19, 2024</div><h2>", "</h2><p>March 5, 2024 by Ada Moor</p></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].kind, std::nullopt);
}

TEST(StrangePage, PreviousEntriesAreTheNextPage) {
  const std::string posts = three("<article><h2>", "</h2><p>2024-03-05</p></article>");
  const Page page = read_page(posts + "<a href=\"/topics/shipping/page/2/\">&laquo; Previous Entries</a>");
  EXPECT_EQ(page.next, "https://site.example/topics/shipping/page/2/");
  const Page second = read_page(posts + "<a href=\"/topics/shipping/\">&laquo; Previous page</a>",
                                {.url = "https://site.example/topics/shipping/page/2/"});
  EXPECT_EQ(second.next, std::nullopt);
}

}  // namespace
}  // namespace dekko
