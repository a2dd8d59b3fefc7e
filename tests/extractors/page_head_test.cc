// What a page says above its cards: its title, and a line about it.
#include <gtest/gtest.h>

#include "tests/extractors/little_pages.h"

namespace dekko {
namespace {

const std::string kCards = three("<article><h3>", "</h3><p>Al Roe March 3, 2024</p></article>");

std::string description_of(const std::string& above) {
  return read_page(above + kCards).description.value_or("none");
}

std::string title_of(const std::string& above, const std::string& title = "Document") {
  return read_page(above + kCards, {.title = title, .heading = ""}).title.value_or("none");
}

TEST(Description, IsALineOfProse) {
  const std::string longest = "All that floats " + std::string(984, 'x');
  EXPECT_EQ(description_of("<p>Ships and ports</p>"), "Ships and ports");
  EXPECT_EQ(description_of("<p>Ships, ports</p>"), "none");
  EXPECT_EQ(description_of("<p>船と港のこと</p>"), "船と港のこと");
  EXPECT_EQ(description_of("<p>No results were found</p>"), "none");
  EXPECT_EQ(description_of("<p>" + longest + "</p>"), longest);
  EXPECT_EQ(description_of("<p>" + longest + "x</p>"), "none");
}

TEST(Description, StandsBetweenTheHeadingAndTheCards) {
  const std::string prose = "<p>Ships and ports</p>";
  EXPECT_EQ(description_of("<p>March 3</p>" + prose), "Ships and ports");
  EXPECT_EQ(description_of("<h2>More of it</h2>" + prose), "none");
  EXPECT_EQ(description_of("<nav>" + prose + "</nav>"), "none");
  EXPECT_EQ(description_of("<p>Ships and <a href=\"/ports\">all the ports</a></p>"), "none");
  EXPECT_EQ(description_of(""), "none");
}

TEST(Description, IsTheHeadsWhereNoLineIs) {
  const std::string one = "<meta property=\"og:description\" content=\"Of the sea\">",
                    other = "<meta name=\"description\" content=\"Of ships\">";
  const auto described = [](const std::string& head) {
    return read_page(kCards, {.title = "Shipping</title>" + head + "<title>"}).description.value_or("none");
  };
  EXPECT_EQ(described(one), "Of the sea");
  EXPECT_EQ(described(one + other), "Of ships");
  EXPECT_EQ(described(other + one), "Of ships");
  EXPECT_EQ(described("<meta name=\"keywords\" content=\"Of ports\">"), "none");
  EXPECT_EQ(described("<meta name=\"description\" content=\"\">"), "none");
}

TEST(PageTitle, IsTheHighestHeadingAboveTheCardsAndTheNearestOfThem) {
  EXPECT_EQ(title_of("<h1>Shipping</h1><h2>Latest</h2>"), "Shipping");
  EXPECT_EQ(title_of("<h2>Latest</h2><h1>Shipping</h1>"), "Shipping");
  EXPECT_EQ(title_of("<h2>Gazette</h2><h2>Shipping</h2>"), "Shipping");
  EXPECT_EQ(title_of("<h1>Shipping</h1><h1> </h1>"), "Shipping");
}

TEST(PageTitle, IsNoLogoAndNoSidebars) {
  EXPECT_EQ(title_of("<h2>Shipping</h2><h1><a href=\"/\">Gazette</a></h1>"), "Shipping");
  EXPECT_EQ(title_of("<h2>Shipping</h2><h1><a href=\"https://site.example/\">Gazette</a></h1>"), "Shipping");
  for (const char* const own : {"/?topic=5", "https://site.example/?topic=5", "https://site.example/ships"})
    EXPECT_EQ(title_of("<h2>Gazette</h2><h1><a href=\"" + std::string(own) + "\">Shipping</a></h1>"),
              "Shipping");
  EXPECT_EQ(title_of("<h2>Gazette</h2><h1>Shipping</h1><a href=\"/\">Home</a>"), "Shipping");
  EXPECT_EQ(title_of("<h2>Shipping</h2><h1>Most read</h1>"), "Shipping");
}

TEST(PageTitle, InAFrameIsAHeadingOfTheFirstRankWhereNoOtherIs) {
  EXPECT_EQ(title_of("<nav><h1>Shipping</h1></nav>"), "Shipping");
  EXPECT_EQ(title_of("<nav><h2>Shipping</h2></nav>"), "Document");
  EXPECT_EQ(title_of("<nav><h1>Gazette</h1></nav><h2>Shipping</h2>"), "Shipping");
}

TEST(PageTitle, IsALineThatTheDocumentsBeginsWith) {
  for (const char* const rest : {"", " - Gazette", " | Gazette", " · Gazette"})
    EXPECT_EQ(title_of("<p>Shipping</p>", std::string("Shipping") + rest), "Shipping") << rest;
  EXPECT_EQ(title_of("<p>Shipping</p>", "Shipping news"), "Shipping news");
  EXPECT_EQ(title_of("<p><a href=\"/s\">Shipping</a></p>", "Shipping - Gazette"), "Shipping - Gazette");
  EXPECT_EQ(title_of("<nav><p>Shipping</p></nav>", "Shipping - Gazette"), "Shipping - Gazette");
  EXPECT_EQ(title_of("<p>Art</p>", "Art - Gazette"), "Art - Gazette");
  EXPECT_EQ(title_of("<p>Arts</p>", "Arts - Gazette"), "Arts");
}

}  // namespace
}  // namespace dekko
