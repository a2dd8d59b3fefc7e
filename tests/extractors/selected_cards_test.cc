// The fields of a card, in the places that a profile gives.
#include "extractors/selected_cards.h"

#include <gtest/gtest.h>

#include <ctime>

#include "core/limits.h"
#include "tests/extractors/reading.h"

namespace dekko {
namespace {

// The one card of a page, read with these rules of [cards].
Card read_card(const std::string& markup, const std::string& rules, const std::string& more = "") {
  const Profile profile =
      profile_of("[cards]\neach = \".card\"\nurl = \"a\"\nheadline = \"h2\"\n" + rules + "\n" + more);
  const Page page = read_page(
      page_markup("Fog", "<h1>Fog</h1><div class=card><a href='/x/'><h2>Fog</h2></a>" + markup + "</div>"),
      profile);
  EXPECT_EQ(page.cards.size(), 1u) << first_problem(page.problems);
  return page.cards.empty() ? Card() : page.cards.front();
}

TEST(SelectedField, TakesTheFirstPlaceThatGivesAValue) {
  const char* rules = "dek = [\".lead\", \".sub\", \"p\"]";
  EXPECT_EQ(read_card("<p>third</p><i class=sub>second</i><i class=lead>first</i>", rules).dek, "first");
  EXPECT_EQ(read_card("<p>third</p><i class=sub>second</i><i class=lead> </i>", rules).dek, "second");
  EXPECT_EQ(read_card("<p>third</p>", rules).dek, "third");
}

TEST(SelectedField, MayBeOneOfTheElementsThatACardIsMadeOf) {
  const Page page = read_page(
      page_markup(
          "Fog",
          "<h1>Fog</h1><dl><dt><a href='/fog/lower/'>Fog settles over the lower quay</a></dt>"
          "<dd class=by>By Ada Marsh, 3 Mar 2024</dd><dd>Ferries wait for the third morning in a row</dd>"
          "<dt><a href='/fog/rope/'>Rope makers ask for a longer shed</a></dt>"
          "<dd class=by>By Ben Holt, 2 Mar 2024</dd><dd>The old one ends where the new ropes begin</dd>"
          "<dt><a href='/fog/gulls/'>Gulls return to the grain tower</a></dt>"
          "<dd class=by>By Cleo Ward, 1 Mar 2024</dd><dd>Nobody knows who left the hatch open</dd></dl>"),
      profile_of("[cards]\nurl = \"a\"\nheadline = \"dt\"\ndek = \"dd:not(.by)\"\n"));
  ASSERT_EQ(page.cards.size(), 3u);
  EXPECT_EQ(page.cards[1].headline, "Rope makers ask for a longer shed");
  EXPECT_EQ(page.cards[1].dek, "The old one ends where the new ropes begin");
}

TEST(SelectedField, IsEmptyWhereNoPlaceIsThere) {
  const Card card = read_card("<p>The bell rang at the quay until morning.</p>", "dek = \".lead\"");
  EXPECT_EQ(card.dek, std::nullopt);
  EXPECT_TRUE(card.problems.empty());
}

TEST(SelectedField, IsWhatTheGroupOfThePatternHolds) {
  const Card card = read_card("<p>Desk: Harbour  notes (3 min)</p>",
                              "kind = { select = \"p\", pattern = '^Desk: (.*?) \\(' }");
  EXPECT_EQ(card.kind, "Harbour notes");
}

TEST(SelectedField, IsEmptyAndAProblemWhereThePatternDoesNotMatch) {
  const Card card =
      read_card("<p>Harbour notes</p><p>Sea</p>", "kind = { select = \"p\", pattern = '^Desk: (.*)' }");
  EXPECT_EQ(card.kind, std::nullopt);
  EXPECT_EQ(card.problems,
            (std::vector<Problem>{{1, "kind", "pattern_does_not_match", "Harbour notes (and 1 more)"}}));
}

TEST(SelectedField, TakesTheNextPlaceWhereThePatternDoesNotMatchAndStillSaysSo) {
  const Card card = read_card("<p>Harbour notes</p><i>Desk: Sea</i>",
                              "kind = { select = [\"p\", \"i\"], pattern = '^Desk: (.*)' }");
  EXPECT_EQ(card.kind, "Sea");
  EXPECT_EQ(first_problem(card.problems), "kind: pattern_does_not_match");
}

TEST(SelectedField, AgreesWhereEveryPlaceSaysTheSame) {
  const Card card = read_card("<p>The ‘bell’ rang</p><i>The 'bell' rang</i><b></b>",
                              "dek = { select = [\"p\", \"i\", \"b\"], agree = true }");
  EXPECT_EQ(card.dek, "The ‘bell’ rang");
  EXPECT_TRUE(card.problems.empty());
}

TEST(SelectedField, KeepsTheFirstOfPlacesThatDisagreeAndSaysSo) {
  const Card card = read_card("<p>The bell rang</p><i>The bell hung</i>",
                              "dek = { select = [\"p\", \"i\"], agree = true }");
  EXPECT_EQ(card.dek, "The bell rang");
  EXPECT_EQ(card.problems, (std::vector<Problem>{{1, "dek", "copies_disagree", "The bell hung"}}));
}

TEST(SelectedField, AsksOnlyTheFirstPlaceWhereNothingIsSaidOfAgreement) {
  EXPECT_TRUE(read_card("<p>The bell rang</p><i>The bell hung</i>", "dek = [\"p\", \"i\"]").problems.empty());
}

TEST(SelectedField, OverTheLimitIsAProblem) {
  const Card card = read_card("<p>" + std::string(limits::kFieldBytes + 1, 'x') + "</p>", "dek = \"p\"");
  EXPECT_EQ(card.dek, std::nullopt);
  EXPECT_EQ(first_problem(card.problems), "dek: too_long");
}

TEST(SelectedField, TellsWhatOfManyMatchesIsNotRead) {
  std::string markup;
  for (size_t i = 0; i < limits::kMatches + 1; ++i) markup += "<i>Al" + std::to_string(i % 3) + "</i>";
  EXPECT_EQ(first_problem(read_card(markup, "bylines = \"i\"").problems), "bylines: too_many");
}

TEST(SelectedField, ReadsAMatchInsideAnotherOnce) {
  const char* rules = "dek = { select = [\"p, p i\"], agree = true }";
  EXPECT_TRUE(read_card("<p>The bell <i>rang</i></p>", rules).problems.empty());
  EXPECT_EQ(read_card("<p data-x=''><i data-x='in'>out</i></p>", "dek = \"[data-x]::attr(data-x)\"").dek,
            "in");
}

TEST(SelectedCard, InsideACardIsPartOfIt) {
  const Page page = read_page(
      page_markup(
          "Fog",
          "<div class=card><h2><a href='/x/'>Fog</a></h2><div class=card><h2><a href='/y/'>Sea</a></h2>"
          "</div></div><div class=card><h2><a href='/z/'>Bell</a></h2></div>"),
      profile_of("[cards]\neach = \".card\"\nurl = \"h2\"\nheadline = \"h2\"\n"));
  ASSERT_EQ(page.cards.size(), 2u);
  EXPECT_EQ(page.cards[1].url, "https://gazette.example/z/");
}

TEST(SelectedCard, OfADeepPageCostsLittle) {
  std::string html = "<h1>Fog</h1>";
  for (int i = 0; i < 100; ++i) html += "<div class=card>";
  for (int i = 0; i < 100'000; ++i) html += "<b>fog </b>";
  const std::clock_t before = std::clock();  // of this process: other programs do not count
  read_page(html, profile_of("[cards]\neach = \".card\"\ndek = { select = [\"div\", \"b\"], agree = true }\n"
                             "bylines = \"div, b\"\npublished = \"div\"\n"));
  EXPECT_LT(std::clock() - before, 10 * CLOCKS_PER_SEC);
}

TEST(SelectedHeadline, IsCompletedByACopyThatAgrees) {
  const Card card = read_card("<img alt='Fog over the quay'><b>Fog over…</b>", "", "");
  EXPECT_EQ(card.headline, "Fog");
  const Profile profile = profile_of(
      "[cards]\neach = \".card\"\nheadline = { select = [\"h2\", \"img::attr(alt)\"], agree = true }\n");
  const Page page = read_page(page_markup("Fog",
                                          "<div class=card><a href='/x/'><h2>Fog over…</h2>"
                                          "<img alt='Fog over the quay'></a></div>"),
                              profile);
  ASSERT_EQ(page.cards.size(), 1u);
  EXPECT_EQ(page.cards[0].headline, "Fog over the quay");
  EXPECT_TRUE(page.cards[0].problems.empty());
}

std::string names(const Card& card) {
  std::string text;
  for (const Author& author : card.bylines) text += author.name + ";";
  return text;
}

TEST(SelectedBylines, AreAllMatchesOfThePlace) {
  EXPECT_EQ(names(read_card("<i>By Ada Moor</i><i>Jin</i><b>Al Roe</b>", "bylines = [\"i\", \"b\"]")),
            "Ada Moor;Jin;");
}

TEST(SelectedBylines, AgreeByTheNamesTheyGive) {
  const char* rules = "bylines = { select = [\"i\", \"b\"], agree = true }";
  EXPECT_TRUE(read_card("<i>By Ada Moor | Jin</i><b>Ada Moor</b><b>Jin</b>", rules).problems.empty());
  const Card card = read_card("<i>By Ada Moor</i><b>Jin</b>", rules);
  EXPECT_EQ(names(card), "Ada Moor;");
  EXPECT_EQ(card.problems, (std::vector<Problem>{{1, "bylines", "copies_disagree", "Jin"}}));
}

TEST(SelectedDate, IsReadWhereThePatternPutsIt) {
  const Card card = read_card("<p>Set on 4 March 2024, 300 words</p>",
                              "published = { select = \"p\", pattern = 'on (.*?),' }");
  EXPECT_EQ(card.published, "2024-03-04");
  EXPECT_EQ(card.published_text, "4 March 2024");
}

TEST(SelectedDate, FallsBackFromAPlaceThatHoldsNoneAndSaysSo) {
  const Card card = read_card("<p>soon</p><time datetime='2024-03-04'>on Monday</time>",
                              "published = [\"p\", \"time::attr(datetime)\"]");
  EXPECT_EQ(card.published, "2024-03-04");
  EXPECT_EQ(card.problems, (std::vector<Problem>{{1, "published", "unreadable_date", "soon"}}));
}

TEST(SelectedDate, AgreesWithATimeOfTheSameDay) {
  const char* rules = "published = { select = [\"i\", \"time::attr(datetime)\"], agree = true }";
  const Card same = read_card("<i>March 4, 2024</i><time datetime='2024-03-04T07:00:00Z'></time>", rules);
  EXPECT_EQ(same.published, "2024-03-04");
  EXPECT_TRUE(same.problems.empty());
  const Card other = read_card("<i>March 4, 2024</i><time datetime='2024-03-05T07:00:00Z'></time>", rules);
  EXPECT_EQ(other.published, "2024-03-04");
  EXPECT_EQ(first_problem(other.problems), "published: copies_disagree");
}

TEST(SelectedDate, AgreesWithTheSameMomentInAnotherZone) {
  const char* rules = "published = { select = [\"time::attr(datetime)\"], agree = true }";
  const std::string first = "<time datetime='2024-03-04T07:00:00Z'></time>";
  EXPECT_TRUE(
      read_card(first + "<time datetime='2024-03-04T09:00:00+02:00'></time>", rules).problems.empty());
  for (const char* const other : {"2024-03-04T09:00:00+01:00", "2024-03-05T07:00:00Z"})
    EXPECT_EQ(first_problem(read_card(first + "<time datetime='" + other + "'></time>", rules).problems),
              "published: copies_disagree");
}

TEST(SelectedDate, OfAnElementIsTheTimeThatItHoldsRatherThanOneThatIsCounted) {
  const std::string markup = "<time datetime='2024-03-20T05:55:00Z' title='2 hours ago'>3 hours ago</time>";
  EXPECT_EQ(read_card(markup, "published = \"time\"").published, "2024-03-20T05:55:00Z");
  EXPECT_EQ(read_card(markup, "published = \"time::attr(title)\"").published, "2024-03-20T07:00:00+00:00");
}

TEST(SelectedDate, IsReadByTheProfilesPatterns) {
  const Card card = read_card("<i>No 9, 14/3.24</i>", "published = \"i\"",
                              "[dates]\npatterns = '(?P<day>\\d+)/(?P<month>\\d+)\\.(?P<year>\\d+)'");
  EXPECT_EQ(card.published, "2024-03-14");
  EXPECT_EQ(card.published_text, "14/3.24");
}

std::string url_of(const std::string& card_markup, const std::string& rule) {
  const Profile profile = profile_of("[cards]\neach = \".card\"\nheadline = \"h2\"\nurl = " + rule + "\n");
  const Page page = read_page(page_markup("Fog", "<h1>Fog</h1>" + card_markup), profile);
  return page.cards.empty() ? first_problem(page.problems) : page.cards.front().url;
}

TEST(SelectedAddress, IsTheLinkInOrAroundTheMatch) {
  const std::string want = "https://gazette.example/x/";
  EXPECT_EQ(url_of("<div class=card><h2><a href='/x/'>Fog</a></h2></div>", "\"h2\""), want);
  EXPECT_EQ(url_of("<div class=card><a href='/x/'><h2>Fog</h2></a></div>", "\"h2\""), want);
  EXPECT_EQ(url_of("<div class=card data-to='/x/#a'><h2>Fog</h2></div>", "\":scope::attr(data-to)\""), want);
  EXPECT_EQ(url_of("<a class=card href='/x/'><h2>Fog</h2></a>", "\":scope\""), want);
}

TEST(SelectedAddress, PassesOverLinksThatLeadNowhere) {
  EXPECT_EQ(url_of("<div class=card><a class=a href='javascript:go()'>Fog</a><h2>Fog</h2><a class=b "
                   "href='/x/'>x</a></div>",
                   "[\".a\", \".b\"]"),
            "https://gazette.example/x/");
}

TEST(SelectedAddress, IsTakenOutOfAnAttributeByAPattern) {
  EXPECT_EQ(url_of("<div class=card onclick=\"go('/x/')\"><h2>Fog</h2></div>",
                   "{ select = \":scope::attr(onclick)\", pattern = \"'(.*)'\" }"),
            "https://gazette.example/x/");
}

TEST(SelectedAddress, IsNotFoundElsewhereWhereTheProfileSaysWhere) {
  EXPECT_EQ(url_of("<div class=card><a href='/x/'><h2>Fog</h2></a></div>", "\".more\""), "url: without_link");
}

TEST(SelectedFields, TakeThePlaceOfTheShapeWhereOnlySomeAreGiven) {
  const Profile profile = profile_of("[cards]\nbylines = \".who\"\ndek = \".none\"\n");
  const Page page = read_page(page_markup("Fog", "<h1>Fog</h1>" + cards_markup()), profile);
  ASSERT_EQ(page.cards.size(), 4u);
  EXPECT_EQ(names(page.cards[0]), "Ada Moor;");
  EXPECT_EQ(page.cards[0].dek, std::nullopt);
  EXPECT_EQ(page.cards[0].published, "2024-03-01");
}

TEST(SelectedPage, GivesTitleDescriptionPagerAndNext) {
  const Profile profile = profile_of(
      "[page]\ntitle = \".name\"\ndescription = { select = \".about\", pattern = \"^About: (.*)\" }\n"
      "pager = { select = \".pages\", pattern = \"of (\\\\d+)\" }\nnext = \".on\"\n");
  const Page page =
      read_page(page_markup("Fog", "<div class=name>Fog, all of it</div><p class=about>About: sea</p>" +
                                       cards_markup() +
                                       "<p class=pages>Page 1 of 113</p><a class=on href='?p=2'>on</a>"),
                profile);
  EXPECT_EQ(page.title, "Fog, all of it");
  EXPECT_EQ(page.description, "sea");
  EXPECT_EQ(page.page_count, 113);
  EXPECT_EQ(page.next, "https://gazette.example/tag/fog/?p=2");
}

TEST(SelectedPage, SaysWhereThePagersPatternDoesNotMatch) {
  const Profile profile = profile_of("[page]\npager = { select = \".pages\", pattern = \"of (\\\\d+)\" }\n");
  const Page page =
      read_page(page_markup("Fog", "<h1>Fog</h1>" + cards_markup() + "<p class=pages>Page one</p>"), profile);
  EXPECT_EQ(page.page_count, std::nullopt);
  EXPECT_EQ(first_problem(page.problems), "pager: pattern_does_not_match");
}

TEST(Trace, NamesTheSelectorOfEveryValue) {
  const Profile profile = profile_of("[cards]\neach = [\".none\", \".card\"]\ndek = [\".sub\", \"p\"]\n");
  Capture capture{.url = *Url::parse(kAddress), .fetched_at = *parse_moment(kSeenAt)};
  capture.body = page_markup("Fog", "<h1>Fog</h1>" + cards_markup(1));
  ExtractTrace trace;
  ASSERT_TRUE(extract(capture, profile, &trace));
  EXPECT_EQ(trace.cards_by, ".card");
  ASSERT_EQ(trace.found.size(), 1u);
  EXPECT_EQ(trace.found[0].field + " " + trace.found[0].selector, "dek p");
}

}  // namespace
}  // namespace dekko
