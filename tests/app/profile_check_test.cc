#include "app/profile_check.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

Card card(int position, const std::string& url, std::optional<std::string> headline) {
  Card one{.position = position, .url = url, .headline = std::move(headline)};
  return one;
}

class Checking : public testing::Test {
 protected:
  std::string text(const Page& page, const std::vector<Card>& cards) {
    return check_.text_of("page.html", page, {.cards_by = "article", .cards = cards, .found = found_});
  }
  static Page page(Verdict verdict = Verdict::kListing) {
    Page one{.url = "https://e.example/"};
    one.verdict = verdict;
    return one;
  }

  Profile profile_ =
      *parse_profile("name = \"x\"\n[cards]\neach = \"article\"\ndek = [\".a\", \"p\"]\n", "x.toml");
  ProfileCheck check_{profile_};
  std::vector<FoundBy> found_;
};

TEST_F(Checking, PutsTheSelectorBesideTheValue) {
  found_ = {{1, "dek", "p"}};
  Card one = card(1, "https://e.example/1", "Fog");
  one.dek = "Ferries waited";
  const std::string said = text(page(), {one});
  EXPECT_NE(said.find("     dek          Ferries waited" + std::string(48, ' ') + "p\n"), std::string::npos)
      << said;
  EXPECT_NE(said.find("   1 url          https://e.example/1"), std::string::npos) << said;
  EXPECT_NE(said.find("by shape\n"), std::string::npos);
}

TEST_F(Checking, NamesTheSelectorsThatGaveNothing) {
  EXPECT_NE(text(page(), {card(1, "https://e.example/1", "Fog")}).find("no value at .a / p\n"),
            std::string::npos);
}

TEST_F(Checking, SaysWhereTheProfileDoesNotClaimTheAddress) {
  EXPECT_NE(text(page(), {}).find("x            does not claim this address\n"), std::string::npos);
  profile_.claims.hosts = {"e.example"};
  EXPECT_EQ(text(page(), {}).find("does not claim"), std::string::npos);
}

TEST_F(Checking, CutsLongValuesBetweenLetters) {
  std::string headline;
  for (int i = 0; i < 80; ++i) headline += "霧";
  const std::string said = text(page(), {card(1, "https://e.example/1", headline)});
  EXPECT_NE(said.find(headline.substr(0, 59 * 3) + "…  by shape"), std::string::npos) << said;
}

TEST_F(Checking, CountsOverAllPages) {
  text(page(), {card(1, "https://e.example/1", "Fog"), card(2, "https://e.example/2", "Sea")});
  text(page(), {card(1, "https://e.example/3", "Bell")});
  EXPECT_NE(check_.totals_text().find("headline     3 of 3\n"), std::string::npos);
  EXPECT_NE(check_.totals_text().find("dek          0 of 3\n"), std::string::npos);
  EXPECT_TRUE(check_.passed());
}

TEST_F(Checking, FailsWhereARequiredFieldIsMissing) {
  text(page(), {card(1, "", "Fog"), card(2, "https://e.example/2", std::nullopt)});
  EXPECT_FALSE(check_.passed());
  EXPECT_EQ(check_.faults(), (std::vector<std::string>{"card 1 of page.html has no url",
                                                       "card 2 of page.html has no headline"}));
}

TEST_F(Checking, FailsWhereThePageIsNoListingOrNoneHasACard) {
  EXPECT_FALSE(check_.passed());
  text(page(Verdict::kUnrecognized), {card(1, "https://e.example/1", "Fog")});
  EXPECT_EQ(check_.faults(), (std::vector<std::string>{"page.html is unrecognized"}));
}

TEST_F(Checking, TakesAPagePastTheEndForWhatItIs) {
  text(page(), {card(1, "https://e.example/1", "Fog")});
  text(page(Verdict::kPastTheEnd), {});
  EXPECT_TRUE(check_.passed());
}

TEST_F(Checking, WritesARecordForPageCardsAndTotals) {
  found_ = {{1, "dek", "p"}};
  Card one = card(1, "https://e.example/1", "Fog");
  one.dek = "Ferries";
  const std::string lines =
      check_.json_lines_of("page.html", page(), {.cards_by = "article", .cards = {one}, .found = found_});
  EXPECT_NE(lines.find("\"dek\":{\"value\":\"Ferries\",\"selector\":\"p\"}"), std::string::npos) << lines;
  EXPECT_NE(lines.find("\"headline\":{\"value\":\"Fog\",\"selector\":null}"), std::string::npos);
  EXPECT_EQ(
      check_.totals_json(),
      "{\"record\":\"totals\",\"profile\":\"x\",\"cards\":1,\"url\":1,\"headline\":1,\"dek\":1,\"kind\":0,"
      "\"bylines\":0,\"published\":0,\"image\":0,\"faults\":[]}\n");
}

}  // namespace
}  // namespace dekko
