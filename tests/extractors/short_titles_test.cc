#include "extractors/find/short_titles.h"

#include <gtest/gtest.h>

#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

std::string row(const std::string& n, const std::string& cell) {
  return "<li><a href=\"/a" + n + "\">The ferry sailed for the " + n + "th time</a>" + cell + "</li>";
}

// How many links the titles' family has, short ones among them.
size_t titles_in(const std::string& rows) {
  const Document document = parse("<ul>" + rows + "</ul>");
  const Outline outline(document.root());
  const Url base = *Url::parse("https://site.example/topics/");
  FoundLinks links = link_families(outline, Landmarks(outline), base, page_address(base));
  adopt_short_titles(outline, links.families);
  size_t most = 0;
  for (const LinkFamily& family : links.families) most = std::max(most, family.size());
  return most;
}

const std::string kThree = row("1", "") + row("2", "") + row("3", ""), kFour = kThree + row("4", "");
const std::string kDues = "<li><a href=\"/dues\">Dues</a></li>";

TEST(ShortTitles, StandInElementsOfTheirOwn) {
  EXPECT_EQ(titles_in(kThree + kDues + row("4", "")), 5u);
  EXPECT_EQ(titles_in(kDues + kFour), 5u);
  EXPECT_EQ(titles_in(kFour + kDues), 5u);
}

TEST(ShortTitles, AreNoneInTheElementOfALongerOne) {
  EXPECT_EQ(titles_in(kThree + row("4", " <a href=\"/port\">Port</a>") + row("5", "")), 5u);
  EXPECT_EQ(titles_in(kThree + "<li><a href=\"/port\">Port</a> " + row("4", "").substr(4)), 4u);
}

TEST(ShortTitles, LookLikeTheOthers) {
  EXPECT_EQ(titles_in(kFour + "<li class=\"more\"><a href=\"/dues\">Dues</a></li>"), 4u);
}

TEST(ShortTitles, AreNoPicturesAndNoLinkThatSeveralCardsRepeat) {
  const std::string more = "<li><a href=\"/more\">More</a></li>";
  EXPECT_EQ(titles_in(row("1", "") + more + row("2", "") + more + kThree), 5u);
  EXPECT_EQ(titles_in(kFour + "<li><a href=\"/map\"><img src=\"/map.png\"></a></li>"), 4u);
}

TEST(ShortTitles, AreFewerThanTheThreeOrMoreOthers) {
  const std::string fees = "<li><a href=\"/fees\">Fees</a></li>",
                    maps = "<li><a href=\"/maps\">Maps</a></li>";
  EXPECT_EQ(titles_in(kFour + kDues + fees), 6u);
  EXPECT_EQ(titles_in(kThree + kDues + fees), 5u);
  EXPECT_EQ(titles_in(kThree + kDues + fees + maps), 3u);
  EXPECT_EQ(titles_in(kThree + kDues), 4u);
  EXPECT_EQ(titles_in(row("1", "") + row("2", "") + kDues), 2u);
}

}  // namespace
}  // namespace dekko
