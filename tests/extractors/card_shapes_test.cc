// Shapes of cards and pages that were once misread, each as little mark-up as shows it.
#include <gtest/gtest.h>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

TEST(CardShape, ClassThatEndsInByNamesWhoWroteAndOneThatGoesOnDoesNot) {
  for (const char* const names : {"by", "by small", "card__by", "small teaser-by"}) {
    const Page page = read_page(three("<article><p class='" + std::string(names) + "'>Ada Moor</p><h2>",
                                      "</h2><p>March 3, 2024</p></article>"));
    ASSERT_EQ(page.cards.size(), 3u);
    EXPECT_EQ(names_of(page.cards[0]), "Ada Moor") << names;
  }
  for (const char* const names : {"bystander", "nearby", "by-products"}) {
    const Page page = read_page(three("<article><p class='" + std::string(names) + "'>Ada Moor</p><h2>",
                                      "</h2><p>March 3, 2024</p></article>"));
    ASSERT_EQ(page.cards.size(), 3u);
    EXPECT_EQ(page.cards[0].kind, "Ada Moor") << names;
  }
}

TEST(CardShape, TopicBesideADateAboveTheTitleIsTheKindAndNobody) {
  const Page page = read_page(three("<div><p><span>Climate</span> | <time>March 3, 2024</time></p><h3>",
                                    "</h3><p>What happened, and to whom it did</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].kind, "Climate");
  EXPECT_EQ(names_of(page.cards[0]), "");
  EXPECT_EQ(page.cards[0].published, "2024-03-03");
}

TEST(CardShape, NameBesideADateAboveTheTitleIsTheAuthorWhereTheCardSaysSo) {
  const Page page = read_page(three("<div><p>By Jane Doe | March 3, 2024</p><h3>",
                                    "</h3><p>What happened, and to whom it did</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Jane Doe");
  EXPECT_EQ(page.cards[0].kind, std::nullopt);
}

TEST(CardShape, KickerThatReadsLikeTheAuthorStaysTheKind) {
  const Page page = read_page(three(
      "<div><em>NK PRO</em><h3>", "</h3><p>What happened, and to whom</p><p>NK Pro March 3, 2024</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].kind, "NK PRO");
  EXPECT_EQ(names_of(page.cards[0]), "NK Pro");
}

TEST(CardShape, SentenceThatTwoStoriesShareIsADekAndOneThatMostSayIsALabel) {
  const std::string shared = "Neighbors remember a dispute over who keeps the key";
  const auto page_with = [&](int sharing) {
    std::string html;
    for (int i = 0; i < 6; ++i) {
      const std::string n = std::to_string(i);
      html += "<article><h3><a href=/a/" + n + ">Harbor notes of the day, part " + n + "</a></h3><p>" +
              (i < sharing ? shared : "The quay keeps its " + n + " secrets for now") +
              "</p><time>March 3, 2024</time></article>";
    }
    return read_page(html);
  };
  EXPECT_EQ(page_with(2).cards.at(1).dek, shared);
  EXPECT_EQ(page_with(5).cards.at(1).dek, std::nullopt);
}

TEST(CardShape, ColumnOfAuthorsHoldsAuthors) {
  const std::string rows = three("<tr><td>3 March 2024</td><td>", "</td><td>Lionel Abara</td></tr>");
  const Page told = read_page("<table><tr><th>Date<th>Notice<th>Author</tr>" + rows + "</table>");
  ASSERT_EQ(told.cards.size(), 3u);
  EXPECT_EQ(names_of(told.cards[0]), "Lionel Abara");
  const Page untold = read_page("<table><tr><th>Date<th>Notice<th>Place</tr>" + rows + "</table>");
  ASSERT_EQ(untold.cards.size(), 3u);
  EXPECT_EQ(names_of(untold.cards[0]), "");
}

TEST(CardShape, ShortTitleAmongRowsIsACard) {
  const Page page =
      read_page("<table>" + three("<tr><td>3 March 2024</td><td>", "</td><td>Roads</td></tr>") +
                "<tr><td>2 March 2024</td><td><a href=\"/a/x\">Dues</a></td><td>Roads</td></table>");
  ASSERT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(page.cards.back().headline, "Dues");
}

TEST(CardShape, WhatFollowsATermIsItsOwnWhereverTheDateStands) {
  const Page page =
      read_page("<dl>" + three("<dt>", "</dt><dd>By Al Roe, 3 Mar 2024</dd><dd>It was short</dd>") + "</dl>");
  ASSERT_EQ(page.cards.size(), 3u);
  for (const Card& card : page.cards) EXPECT_EQ(card.kind, std::nullopt) << "the card before it says so";
}

TEST(CardShape, TitleWhoseCopiesOnlyTheBodyHoldsIsOneCard) {
  const std::string title = "<h2><a href=/2024/03/b/>Ferries waited at the quay all night</a></h2>";
  const Page page = read_page("<body>" + title + "<p>March 19, 2024, and some words of prose</p>" + title);
  ASSERT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.cards[0].headline, "Ferries waited at the quay all night");
}

TEST(CardShape, LeadStoryInABoxOfItsOwnIsTheFirstCard) {
  const std::string rest = "<p>What happened, and to whom it did</p><p>By Jane Doe | March 3, 2024</p>";
  const Page page = read_page("<section><div><h2><a href=\"/lead\">The mountain that walked</a></h2>" + rest +
                              "</div></section><section>" +
                              three("<article><h3>", "</h3>" + rest + "</article>") + "</section>");
  ASSERT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(page.cards[0].headline, "The mountain that walked");
}

TEST(CardShape, TitleUnderATopicsAddressIsNoTopic) {
  std::string html;
  for (const char* slug : {"tides", "ropes", "knots"}) {
    html += "<div><a href=\"/category/podcast/" + std::string(slug) + "/8/\"><b>What every sailor knows of " +
            slug + "</b><p>An hour of talk with a man who does</p><p>Al Roe March 3, 2024</p></a></div>";
  }
  const Page page = read_page(html);
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Al Roe");
}

TEST(CardShape, SmallWordTiedToANameIsPartOfIt) {
  const Page page =
      read_page(three("<div><h3>", "</h3><p>What happened</p><p>Ana d’Arcy March 3, 2024</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Ana d’Arcy");
}

TEST(CardShape, WordsOfAClassicBylineAreNobody) {
  const Page page =
      read_page(three("<div><h2>",
                      "</h2><div><span>Posted on</span> <span>March 3, 2024</span> <span>by</span> "
                      "<a href=\"/author/roe/\">Al Roe</a></div><p>What happened</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Al Roe");
  EXPECT_EQ(page.cards[0].published_text, "March 3, 2024");
}

TEST(CardShape, DateBetweenBarsIsTheCards) {
  const Page page =
      read_page(three("<div><p>", "</p><p>By Al Roe and Jo Tait | March 3, 2024 | 0 Comments</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Al Roe; Jo Tait");
  EXPECT_EQ(page.cards[0].published, "2024-03-03");
  EXPECT_EQ(page.cards[0].dek, std::nullopt);
}

TEST(CardShape, LineOfTopicsIsNoDek) {
  const Page page = read_page(
      "<div><h2><a href=\"/a\">The ferry sails again</a></h2><p>It did so</p><p>Posted in <a "
      "href=\"/category/ports/\">Ports and harbours</a> | Comments</p></div><div><h2><a "
      "href=\"/b\">Salt is twice the price</a></h2><p>It rained for a long time</p></div><div>"
      "<h2><a href=\"/c\">A lighthouse keeps its keeper</a></h2><p>It is warm</p></div>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].dek, "It did so");
}

TEST(CardShape, LeafOfACalendarIsNoKind) {
  const Page page = read_page(three("<div><div><span>Mar</span> <b>19</b></div><h4>", "</h4></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].kind, std::nullopt);
}

TEST(CardShape, PartsOfACardThatIsOneLinkAreTakenApart) {
  const std::string row =
      "<li><a href=\"/a/{}\"><span>2024/03/1{}</span><span>Ports</span><span>The ferry sailed for "
      "the {}th time</span></a></li>";
  std::string html;
  for (const char* n : {"5", "6", "7"}) {
    std::string item = row;
    for (size_t at = item.find("{}"); at != item.npos; at = item.find("{}")) item.replace(at, 2, n);
    html += item;
  }
  const Page page = read_page("<ul>" + html + "</ul>");
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[0].headline, "The ferry sailed for the 5th time");
  EXPECT_EQ(page.cards[0].kind, "Ports");
  EXPECT_EQ(page.cards[0].published, "2024-03-15");
}

TEST(CardShape, SeveralNamesUnderTheTitleAreTheAuthorsWhereverTheDateStands) {
  const Page page = read_page(three("<div><h3>",
                                    "</h3><div>Jo Tait, Al Roe &amp; Hana</div><div>What happened, and to "
                                    "whom it did</div><div>March 3, 2024</div></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Jo Tait; Al Roe; Hana");
}

TEST(CardShape, ArticleBeforeADateIsNobody) {
  const Page page = read_page(three("<div><h3>", "</h3><p>Par Jo Tait et Al Roe, le 3 mars 2024</p></div>"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(names_of(page.cards[0]), "Jo Tait; Al Roe");
}

TEST(CardShape, SecondCopyOfABylineIsNoDek) {
  const std::string by = "<p>Hana | March 18, 2024</p>";
  const Page page = read_page(
      three("<article><div>" + by + "</div><div><h3>", "</h3><p>It sank</p>" + by + "</div></article>"));
  ASSERT_EQ(page.cards.size(), 3u);
  for (const Card& card : page.cards) EXPECT_NE(card.dek, "Hana | March 18, 2024");
}

TEST(CardShape, NamesInAnElementThatIsCalledByAreTheAuthors) {
  const auto page = [](const std::string& name) {
    return read_page(
        three("<div class=card><p>March 19, 2024</p>",
              "<p>Ferries waited at the quay until the bell</p><p class=" + name + ">Ada Moor</p></div>"));
  };
  EXPECT_EQ(names_of(page("card__by").cards.at(0)), "Ada Moor");
  EXPECT_EQ(names_of(page("nearby").cards.at(0)), "");
}

TEST(CardShape, CountsAndRemarksBesideADateAreNobody) {
  const auto names = [](const std::string& line) {
    return names_of(read_page(three("<article><h2>", "</h2><p>" + line + "</p></article>")).cards.at(0));
  };
  const std::string time = "<time datetime=2024-03-19>March 19, 2024</time>";
  EXPECT_EQ(names("By Ada Moor • " + time + " • 5 min read • 12 comments"), "Ada Moor");
  EXPECT_EQ(names("Posted on " + time + " by Ada Moor | 3 comments"), "Ada Moor");
  EXPECT_EQ(names(time + " | By Ada Moor | 5 min read"), "Ada Moor");
  EXPECT_EQ(names(time + " • 5 min read"), "");
}

TEST(CardShape, KickerInTheTitlesHeadingIsNoPartOfTheTitle) {
  const auto first = [](const std::string& name) {
    std::string html;
    for (const char* title : {"The ferry sails again", "A lighthouse keeps its keeper", "Salt is dear"})
      html += "<div><h3><a href=\"/a/" + std::to_string(html.size()) + "\"><span class=" + name +
              ">Ports</span> <span>" + title + "</span></a></h3><p>March 19, 2024</p></div>";
    return read_page(html).cards.at(0);
  };
  EXPECT_EQ(first("teaser__kicker").headline, "The ferry sails again");
  EXPECT_EQ(first("teaser__kicker").kind, "Ports");
  EXPECT_EQ(first("teaser__place").headline, "Ports The ferry sails again");
}

TEST(CardShape, DashBetweenTitleAndDekIsOfNeither) {
  std::string html;
  for (const char* port : {"North", "South", "East"})
    html += "<p>March 19, 2024: <a href=/a/" + std::string(port) + ">The ferry sails again from " + port +
            "</a> &mdash; what keepers of the " + port + " quay say about that</p>";
  const Card card = read_page(html).cards.at(0);
  EXPECT_EQ(card.headline, "The ferry sails again from North");
  EXPECT_EQ(card.dek, "what keepers of the North quay say about that");
}

}  // namespace
}  // namespace dekko
