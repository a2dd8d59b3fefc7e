// Pages that were once taken for others: what they call themselves, how many they are, whether they are a
// listing.
#include <gtest/gtest.h>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

TEST(PageShape, LineThatTheDocumentsTitleBeginsWithIsTheTitleWhereNoHeadingIs) {
  const Page page =
      read_page("<div><div>Shipping</div><div>Ships, ports and the people between.</div></div>" +
                    three("<div><div>", "</div><p>What happened</p><p>March 3, 2024</p></div>"),
                {.title = "Shipping - Site", .heading = ""});
  EXPECT_EQ(page.title, "Shipping");
  EXPECT_EQ(page.description, "Ships, ports and the people between.");
}

TEST(PageShape, PagerOfTheSameSiteCountsWithAndWithoutWww) {
  const std::string tag = "<a href=\"https://www.site.example/tag/x/";
  const Page page = read_page(three("<div><h3>", "</h3><p>March 3, 2024</p></div>") + "<p>" + tag +
                                  "\">1</a> " + tag + "page/2/\">2</a> " + tag + "page/113/\">113</a></p>",
                              {.url = "https://site.example/tag/x"});
  EXPECT_EQ(page.page_count, 113);
  EXPECT_EQ(page.next, "https://www.site.example/tag/x/page/2/");
}

TEST(PageShape, LinksOfAConsentPageAreNoListing) {
  const Page page =
      read_page("<ul>" + three("<li>", " on your device, for us and our partners</li>") + "</ul>",
                {.title = "Before you continue | Site", .heading = "Before you continue"});
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
  EXPECT_TRUE(page.cards.empty());
}

TEST(PageShape, LatestStoriesUnderAnErrorAreNoListing) {
  const Page page = read_page(
      "<h2>Latest stories</h2>" + three("<article><h3>", "</h3><p>Al Roe March 3, 2024</p></article>"),
      {.title = "Page not found - Site", .heading = "Page not found"});
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
}

TEST(PageShape, TopicsThatBeginLikeAnErrorAreListings) {
  for (const char* topic : {"Forbidden City", "404 Media", "Login fatigue", "Error bars"}) {
    const Page page = read_page(three("<article><h3>", "</h3><p>Al Roe March 3, 2024</p></article>"),
                                {.title = topic, .heading = topic});
    EXPECT_EQ(page.verdict, Verdict::kListing) << topic;
  }
}

TEST(PageShape, DescriptionMayBeATextBetweenBreaksButNoPartOfASentence) {
  const Frame frame{.heading = ""};
  const std::string list = "<ul>" + three("<li>", "<p>Ferries wait for the morning bell</p></li>") + "</ul>";
  EXPECT_EQ(read_page("<b>Shipping</b><br>All that floats, or has<br>" + list, frame).description,
            "All that floats, or has");
  EXPECT_EQ(read_page("<b>Shipping</b><br>All that floats, says <i>a</i> clerk" + list, frame).description,
            std::nullopt);
}

}  // namespace
}  // namespace dekko
