#include "app/life_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dekko {
namespace {

const Proof kProof{
    3, 1, "https://n.example/tag/x/", "2024-03-02T12:00:00Z", "d-1.warc.gz", "aabbccddeeff0011", 100, 20};

Life mill() {
  Life life{17, "https://n.example/mill/", "2024-03-01T12:00:00Z", "2024-03-05T12:00:00Z", 9};
  life.states = {{1,
                  "https://n.example/tag/x/",
                  {{"headline", "Old mill"}, {"dek", std::nullopt}},
                  "2024-03-01T12:00:00Z",
                  "2024-03-01T12:00:00Z",
                  1,
                  kProof},
                 {2,
                  "https://n.example/tag/x/",
                  {{"headline", "New mill"}, {"dek", std::nullopt}},
                  "2024-03-02T12:00:00Z",
                  "2024-03-05T12:00:00Z",
                  8,
                  kProof}};
  life.changes = {{"https://n.example/tag/x/", "headline", "text", "Old mill", "New mill",
                   "2024-03-01T12:00:00Z", "2024-03-02T12:00:00Z", kProof}};
  life.absences = {{"2024-03-05T12:00:00Z", "2024-03-06T12:00:00Z", ""}};
  return life;
}

TEST(LifeText, TellsStatesChangesAndProofs) {
  EXPECT_EQ(life_text(mill(), {}),
            "https://n.example/mill/  item 17\n"
            "seen 2024-03-01T12:00:00Z to 2024-03-05T12:00:00Z, 9 times\n"
            "missing since 2024-03-06T12:00:00Z (last seen 2024-03-05T12:00:00Z)\n"
            "\nin https://n.example/tag/x/\n"
            "\nversion 1  seen 2024-03-01T12:00:00Z\n"
            "  headline        Old mill\n"
            "  proof           capture 3, page 1 of 2024-03-02T12:00:00Z: d-1.warc.gz at 100 + 20, sha256 "
            "aabbccddeeff\n"
            "\nversion 2  seen 2024-03-02T12:00:00Z to 2024-03-05T12:00:00Z, 8 times\n"
            "  headline        New mill\n"
            "  proof           capture 3, page 1 of 2024-03-02T12:00:00Z: d-1.warc.gz at 100 + 20, sha256 "
            "aabbccddeeff\n"
            "\nchanges\n"
            "  headline        [-Old-]{+New+} mill\n"
            "                  text, between 2024-03-01T12:00:00Z and 2024-03-02T12:00:00Z\n"
            "  proof           capture 3, page 1 of 2024-03-02T12:00:00Z: d-1.warc.gz at 100 + 20, sha256 "
            "aabbccddeeff\n");
}

TEST(LifeText, AFieldThatIsNotShownAnyMoreIsToldSo) {
  Life life = mill();
  life.states[1].fields[0].second.reset();
  EXPECT_NE(life_text(life, {}).find("headline        (not shown any more)"), std::string::npos);
}

TEST(LifeText, TerminalEscapesInHeadlinesAreMadeHarmless) {
  Life life = mill();
  life.states[1].fields[0].second = life.changes[0].after = "\x1b]0;gotcha\x07 mill";
  for (const bool colour : {false, true}) {
    const std::string text = life_text(life, {.colour = colour});
    EXPECT_EQ(text.find("\x1b]"), std::string::npos);
    EXPECT_EQ(text.find('\x07'), std::string::npos);
  }
}

TEST(LifeText, ColourTakesThePlaceOfMarkers) {
  const std::string text = life_text(mill(), {.colour = true});
  EXPECT_NE(text.find("\x1b[31;9mOld\x1b[0m\x1b[32mNew\x1b[0m mill"), std::string::npos);
  EXPECT_EQ(text.find("[-"), std::string::npos);
}

TEST(LifeText, JsonHasItAll) {
  const auto json = nlohmann::json::parse(life_json(mill()));
  EXPECT_EQ(json["versions"].size(), 2U);
  EXPECT_TRUE(json["versions"][0]["dek"].is_null());
  EXPECT_EQ(json["changes"][0]["proof"]["warc_offset"], 100);
  EXPECT_TRUE(json["absences"][0]["returned"].is_null());
}

}  // namespace
}  // namespace dekko
