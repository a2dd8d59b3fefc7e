// Profiles inferred from pages that nobody described.
#include "extractors/infer/inference.h"

#include <gtest/gtest.h>

#include "core/card_fields.h"
#include "extractors/extract.h"
#include "extractors/sites/profiles.h"

namespace dekko {
namespace {

struct Entry {
  std::string slug, headline, dek, author, date;
};

const std::vector<Entry> kFirst = {
    {"fog", "Fog settles over the lower quay", "Ferries wait for the third morning in a row", "Ada Marsh",
     "March 19, 2024"},
    {"rope", "Rope makers ask for a longer shed", "The old one ends where the new ropes begin", "Ben Holt",
     "March 18, 2024"},
    {"gulls", "Gulls return to the grain tower", "Nobody knows who left the hatch open", "Ada Marsh",
     "March 17, 2024"},
    {"lamp", "Harbor lamp burns at noon again", "The keeper says that the switch is new", "Cleo Ward",
     "March 16, 2024"}};
const std::vector<Entry> kSecond = {{"tide", "Tide tables printed upside down",
                                     "Readers noticed before the printers did", "Ben Holt", "March 15, 2024"},
                                    {"crane", "Crane seven moves for the first time",
                                     "It had been painted to the rail", "Cleo Ward", "March 14, 2024"},
                                    {"salt", "Salt store opens its doors for a day",
                                     "Bring your own bag, the notice says", "Ada Marsh", "March 13, 2024"}};

using CardOf = std::string (*)(const Entry&);

Capture page_of(const std::vector<Entry>& entries, CardOf card, int page) {
  std::string html =
      "<!DOCTYPE html><html lang=en><title>Quay</title><body><nav><a "
      "href=/>Home</a></nav><main><h1>Quay</h1>";
  html += "<div class=feed>";
  for (const Entry& entry : entries) html += card(entry);
  html += "</div></main><footer><a href=/about/>About this paper and its people</a></footer>";
  const std::string address =
      page == 1 ? "https://gazette.example/tag/quay/" : "https://gazette.example/tag/quay/page/2/";
  return {.url = *Url::parse(address),
          .fetched_at = *parse_moment("2024-03-20T08:00:00Z"),
          .content_type = "text/html",
          .body = html};
}

std::string plain_card(const Entry& e) {
  return "<article class='card css-1x2y3z'><h2 class=sc-bdVaJa><a href=/2024/" + e.slug + "/>" + e.headline +
         "</a></h2><p class=standfirst>" + e.dek + "</p><span class=author>By " + e.author +
         "</span> <time>" + e.date + "</time></article>";
}

std::string hashed_card(const Entry& e) {
  return "<div class='Teaser_box__x7Gh2'><h3 class='css-9k2j1'><a href=/2024/" + e.slug + "/>" + e.headline +
         "</a></h3><p class='css-aa11b'>" + e.dek + "</p><div class='jss417'>By " + e.author +
         "</div><time>" + e.date + "</time></div>";
}

const Profiles& builtin() {
  static const Profiles kProfiles = Profiles::builtin();
  return kProfiles;
}

Inference inferred(const std::vector<const Capture*>& captures) {
  std::vector<Sample> samples;
  for (const Capture* capture : captures) samples.push_back({.capture = capture});
  Result<Inference> inference = infer_profile(samples, builtin().shape(), {});
  EXPECT_TRUE(inference) << (inference ? "" : inference.error().message());
  return inference ? std::move(*inference) : Inference();
}

std::vector<std::string> selectors_of(const Inference& inference, const std::string& field) {
  for (const FieldPlaces& places : inference.draft.fields)
    if (places.field == field) return places.select;
  return {};
}

TEST(Inference, NamesThePlacesThatMeanSomething) {
  const Capture page = page_of(kFirst, plain_card, 1);
  const Inference inference = inferred({&page});
  EXPECT_EQ(inference.draft.each, "article.card");
  EXPECT_EQ(selectors_of(inference, "url"), std::vector<std::string>{"h2 a"});
  EXPECT_EQ(selectors_of(inference, "headline"), std::vector<std::string>{"h2"});
  EXPECT_EQ(selectors_of(inference, "dek"), std::vector<std::string>{".standfirst"});
  EXPECT_EQ(selectors_of(inference, "bylines"), std::vector<std::string>{".author"});
  EXPECT_EQ(selectors_of(inference, "published"), std::vector<std::string>{"time"});
  EXPECT_EQ(inference.draft.page.at("title"), "h1");
}

TEST(Inference, NamesNoPlaceThatIsOnAPageTwiceButThatOfTheNextPage) {
  Capture page = page_of(kFirst, plain_card, 1);
  const std::string next = "<a class=onward href=/tag/quay/page/2/>Next</a>";
  page.body.replace(page.body.find("<div class=feed>"), 0, next);
  page.body += next + "<footer><h1>Quay</h1></footer>";
  const Inference inference = inferred({&page});
  EXPECT_EQ(inference.draft.page.at("title"), "main > h1");
  EXPECT_EQ(inference.draft.page.at("next"), ".onward");
}

TEST(Inference, WritesDownNoNameThatAToolMadeAndNoPosition) {
  const Capture page = page_of(kFirst, hashed_card, 1), other = page_of(kSecond, hashed_card, 2);
  const std::string toml = inferred({&page, &other}).toml;
  for (const char* made : {"css-", "jss", "x7Gh2", "nth-"}) EXPECT_EQ(toml.find(made), toml.npos) << toml;
  EXPECT_NE(toml.find("each = '[class*=\"Teaser_box__\"]'"), toml.npos) << toml;
}

TEST(Inference, ReadsAnotherPageAsItsShapeDoes) {
  for (const CardOf card : {plain_card, hashed_card}) {
    const Capture page = page_of(kFirst, card, 1), other = page_of(kSecond, card, 2);
    const Profile profile = parse_profile(inferred({&page}).toml, "inferred").value();
    const Page by_profile = extract(other, profile).value(),
               by_shape = extract(other, builtin().shape()).value();
    ASSERT_EQ(by_profile.cards.size(), kSecond.size());
    for (size_t i = 0; i < kSecond.size(); ++i) {
      for (const char* field : kCardFields)
        EXPECT_EQ(value_of(by_profile.cards[i], field), value_of(by_shape.cards[i], field)) << field;
    }
  }
}

TEST(Inference, ClaimsTheListingAndItsSiblings) {
  const Capture page = page_of(kFirst, plain_card, 1);
  const Profile profile = parse_profile(inferred({&page}).toml, "inferred").value();
  EXPECT_TRUE(claim_on(*Url::parse("https://www.gazette.example/tag/fog/page/3/"), profile.claims));
  EXPECT_FALSE(claim_on(*Url::parse("https://gazette.example/author/ada/"), profile.claims));
  EXPECT_EQ(profile.name, "gazette.example");
}

TEST(Inference, LearnsWhichNumberIsTheDay) {
  std::vector<Entry> entries = kFirst;
  for (size_t i = 0; i < entries.size(); ++i) entries[i].date = "0" + std::to_string(9 - 2 * i) + "/03/2024";
  const Capture page = page_of(entries, plain_card, 1);
  EXPECT_NE(inferred({&page}).toml.find("order = \"day-first\""), std::string::npos);
}

TEST(Inference, FindsKnownItemsInNewMarkUpAndSaysWhatIsGone) {
  const Capture before = page_of(kFirst, plain_card, 1);
  const std::vector<Card> known = extract(before, builtin().shape()).value().cards;
  const Capture after = page_of(
      kFirst,
      [](const Entry& e) {
        return "<section class=tile><h3><a class=title href=/2024/" + e.slug + "/>" + e.headline +
               "</a></h3><div class=lede>" + e.dek + "</div><div class=when>" + e.date + "</div></section>";
      },
      1);
  const Result<Inference> mended =
      infer_profile({{.capture = &after, .known = known}}, builtin().shape(), {.name = "gazette"});
  ASSERT_TRUE(mended) << mended.error().message();
  EXPECT_EQ(mended->known, 4);
  EXPECT_EQ(mended->lost, std::vector<std::string>{"bylines"});
  EXPECT_EQ(selectors_of(*mended, "dek"), std::vector<std::string>{".lede"});
}

TEST(Inference, RefusesPagesThatShowNothingOfIt) {
  const Capture page = page_of({}, plain_card, 1), other = page_of(kFirst, plain_card, 1);
  EXPECT_FALSE(infer_profile({{.capture = &page}}, builtin().shape(), {}));
  EXPECT_FALSE(infer_profile({}, builtin().shape(), {}));
  const Card stranger{.position = 1, .url = "https://gazette.example/elsewhere/", .headline = "Elsewhere"};
  EXPECT_FALSE(infer_profile({{.capture = &other, .known = {stranger}}}, builtin().shape(), {}));
}

TEST(Inference, NamesProfilesByTheirAddress) {
  const auto name = [](const char* url, bool path) { return profile_name_for(*Url::parse(url), path); };
  EXPECT_EQ(name("https://www.Gazette.example/tag/Fog/", false), "gazette.example");
  EXPECT_EQ(name("https://gazette.example/tag/Fog/", true), "gazette.example-tag-fog");
  EXPECT_EQ(name("http://[::1]:8080/", true), "1");
  EXPECT_LE(name(("https://a.example/" + std::string(200, 'x')).c_str(), true).size(), 64u);
}

}  // namespace
}  // namespace dekko
