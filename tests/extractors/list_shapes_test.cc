// Lists that were once overlooked, or others taken for them.
#include <gtest/gtest.h>

#include <functional>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

std::string repeat(int times, const std::function<std::string(const std::string&)>& card) {
  std::string html;
  for (int i = 1; i <= times; ++i) html += card(std::to_string(i));
  return html;
}

TEST(ListShape, BrandAndProductInOneItemAreOneCard) {
  const Page page = read_page("<ul>" +
                              repeat(6,
                                     [](const std::string& n) {
                                       return "<li><h3><a href=\"/brand" + n + "\">Brand " + n +
                                              "</a></h3><h4><a href=\"/coat" + n +
                                              "\">Waterproof coat with a hood, number " + n +
                                              "</a></h4><p>In four colours, from stock</p></li>";
                                     }) +
                              "</ul>");
  ASSERT_EQ(page.cards.size(), 6u);
  EXPECT_EQ(page.cards[0].url, "https://site.example/coat1");
}

TEST(ListShape, LinkThatEveryRowRepeatsIsNoCard) {
  const Page page = read_page("<table>" +
                              repeat(6,
                                     [](const std::string& n) {
                                       return "<tr><td>2024/02/0" + n + "</td><td><a href=\"/f/23-170" + n +
                                              ".pdf\">23-170" + n + "P</a></td><td><a href=\"/help\">23-170" +
                                              n + "</a></td><td>Garcia v. Garland, the " + n + "th</td></tr>";
                                     }) +
                              "</table>");
  ASSERT_EQ(page.cards.size(), 6u);
  EXPECT_EQ(page.cards[5].url, "https://site.example/f/23-1706.pdf");
}

TEST(ListShape, RowWhoseLinksAreLabelsIsOneCardWithTheRowsOwnTitle) {
  const Page page =
      read_page("<table>" +
                repeat(6,
                       [](const std::string& n) {
                         return "<tr><td>06/1" + n +
                                "/2018</td><td>Regular Board Meeting</td><td><div><a href=\"/n" + n +
                                "\">Meeting Notice</a></div><div><a href=\"/a" + n +
                                "\">Agenda</a></div></td></tr>";
                       }) +
                "</table>");
  ASSERT_EQ(page.cards.size(), 6u);
  EXPECT_EQ(page.cards[0].headline, "Regular Board Meeting");
  EXPECT_EQ(page.cards[0].url, "https://site.example/n1");
}

TEST(ListShape, SliderAboveTheListIsNotTheList) {
  const std::string slider = repeat(5, [](const std::string& n) {
    return "<li><img src=\"/" + n + ".jpg\"><h2><a href=\"/s/" + n + "\">A story that slides past, number " +
           n + "</a></h2><p>Words enough to look like a dek</p></li>";
  });
  const std::string prose = "<p>" + std::string(300, 'x') + "</p><p><span>21 hours ago</span></p></article>";
  const Page page = read_page("<div class=\"flexslider\"><ul>" + slider + "</ul></div>" +
                              three("<article><h2>", "</h2>" + prose));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].headline, "The ferry sails again");
}

TEST(ListShape, WithoutProseGoesOnInABoxOfAnotherLook) {
  const auto rows = [](int from) {
    return repeat(5, [from](const std::string& n) {
      return "<li><h3><a href=\"/news/" + std::to_string(from) + n + "\">Ferry number " + n +
             " of the line " + std::to_string(from) + " sails again</a></h3></li>";
    });
  };
  const Page page =
      read_page("<ul class=\"upper\">" + rows(1) + "</ul><ul class=\"lower\">" + rows(2) + "</ul>");
  EXPECT_EQ(page.cards.size(), 10u);
}

TEST(ListShape, PairOfStoriesTakesNoHeadingOfItsColumn) {
  const auto column = [](const std::string& heading, const std::string& title) {
    return "<div><h2>" + heading + "</h2><article><h3><a href=\"/news/" + std::to_string(title.size()) +
           "\">" + title + "</a></h3><p>March 3, 2024</p></article></div>";
  };
  const Page page = read_page("<div>" + column("From the harbour", "The ferry sails again") +
                              column("From the coast", "A lighthouse keeps its keeper") + "</div>");
  ASSERT_EQ(page.cards.size(), 2u);
  for (const Card& card : page.cards) EXPECT_EQ(card.kind, std::nullopt);
}

TEST(ListShape, NextIsAWordOfItsOwn) {
  const std::string cards = three("<article><h2>", "</h2><p>Al Roe March 3, 2024</p></article>");
  EXPECT_EQ(read_page(cards + "<a href=\"/offers\">Weitere Angebote</a>").next, std::nullopt);
  EXPECT_EQ(read_page(cards + "<a href=\"/topics/shipping/page/2/\">Weiter »</a>").next,
            "https://site.example/topics/shipping/page/2/");
}

TEST(ListShape, DateThatLeadsUpToATitleIsThatCards) {
  for (const char* tags : {"h3p", "dtd"}) {
    const bool terms = std::string(tags) == "dtd";
    const Page page =
        read_page((terms ? "<dl>" : "<div>") +
                  repeat(5,
                         [&](const std::string& n) {
                           const std::string link =
                               "<a href=\"/a" + n + "\">The ferry sailed for the " + n + "th time</a>";
                           return terms ? "<dt>March " + n + ", 2024</dt><dd>" + link + "<br>It was late</dd>"
                                        : "<p>March " + n + ", 2024</p><h3>" + link +
                                              "</h3><p>It was late by " + n + " hours</p>";
                         }) +
                  (terms ? "</dl>" : "</div>"));
    ASSERT_EQ(page.cards.size(), 5u);
    for (int i = 0; i < 5; ++i)
      EXPECT_EQ(page.cards[i].published, "2024-03-0" + std::to_string(i + 1)) << tags;
  }
}

TEST(ListShape, ShortTitlesStayInAFlatList) {
  const Page page = read_page("<dl>" +
                              repeat(6,
                                     [](const std::string& n) {
                                       const std::string title =
                                           n == "3" ? "Dues" : "The ferry sailed for the " + n + "th time";
                                       return "<dt>March " + n + ", 2024</dt><dd><a href=\"/a" + n + "\">" +
                                              title + "</a><br>It was late</dd>";
                                     }) +
                              "</dl>");
  ASSERT_EQ(page.cards.size(), 6u);
  EXPECT_EQ(page.cards[2].headline, "Dues");
  EXPECT_EQ(page.cards[2].published, "2024-03-03");
}

TEST(ListShape, LeadThatIsOneLinkStandsBeforeLowerHeadings) {
  const std::string by = "<p>What happened, and to whom it did</p><p>By Jo Tait | March 3, 2024</p>";
  const Page page =
      read_page("<div><div><a href=\"/lead\"><div><h2>The mountain that walked</h2>" + by +
                "</div></a></div><div>" + three("<div><h3>", "</h3>" + by + "</div>") + "</div></div>");
  ASSERT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(page.cards[0].headline, "The mountain that walked");
}

TEST(ListShape, LeadIsNotTheWholePage) {
  const Page page = read_page(
      "<div><h2><a href=\"/about\">About this desk and its people</a></h2></div><div>" +
      three("<div><h3>", "</h3><p>What happened, and to whom</p><p>March 3, 2024</p></div>") + "</div>");
  EXPECT_EQ(page.cards.size(), 3u);
}

}  // namespace
}  // namespace dekko
