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

}  // namespace
}  // namespace dekko
