#include "db/search.h"

#include "tests/db/scene.h"

namespace dekko {
namespace {

using Terms = std::vector<SearchTerm>;

TEST(SearchTerms, AreWordsAndPhrases) {
  EXPECT_EQ(search_terms("river  bridge"), (Terms{{"river"}, {"bridge"}}));
  EXPECT_EQ(search_terms("\"old river\" mill"), (Terms{{"old river"}, {"mill"}}));
  EXPECT_EQ(search_terms("brid*"), (Terms{{"brid", true}}));
  EXPECT_EQ(search_terms("\"brid*\" *"), (Terms{{"brid*"}, {"*"}}));
  EXPECT_EQ(search_terms("\"open"), (Terms{{"open"}}));
  EXPECT_EQ(search_terms(" \"\" "), Terms{});
}

TEST(SearchTerms, AreCountedAgainstALimit) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a ";
  EXPECT_EQ(search_terms(many).size(), 64U);
}

class Search : public Database {
 protected:
  Rows found(const std::string& words, int limit = 50) {
    Rows lines;
    const Result<std::vector<SearchHit>> hits = Reading::open(file())->search(words, limit);
    if (!hits) return {hits.error().message()};
    for (const SearchHit& hit : *hits) {
      std::string line = hit.headline + "|" + hit.dek + "|" + hit.bylines;
      for (char& c : line) c = c == SearchHit::kBegin ? '[' : c == SearchHit::kEnd ? ']' : c;
      lines.push_back(line);
    }
    return lines;
  }
  void SetUp() override {
    Card korean = card("k", "서울시가 다리를 놓는다");
    korean.dek = "강을 건너는 길";
    korean.bylines = {{"김하나", "김하나"}};
    Card bare;
    bare.url = "https://news.example/bare/";
    show(day(1), page({card("a", "Ferry sinks off Café Müller"), card("b", "Bridge opens"), korean, bare}));
  }
};

TEST_F(Search, FindsAllWordsAndMarksThem) {
  EXPECT_EQ(found("FERRY sinks"),
            Rows{"[Ferry] [sinks] off Café Müller|What the ferryman says|Ada O\u2019Moor"});
  EXPECT_EQ(found("ferry bridge"), Rows{});
}

TEST_F(Search, AccentsDoNotMatter) {
  EXPECT_EQ(found("cafe muller").size(), 1U);
}

TEST_F(Search, PhrasesAndStarts) {
  EXPECT_EQ(found("\"bridge opens\""), Rows{"[Bridge opens]|What the ferryman says|Ada O\u2019Moor"});
  EXPECT_EQ(found("\"opens bridge\""), Rows{});
  EXPECT_EQ(found("ferr* bridge").size(), 1U);
}

TEST_F(Search, KoreanIsFoundInsideItsWords) {
  EXPECT_EQ(found("울시가"), Rows{"서[울시가] 다리를 놓는다|강을 건너는 길|김하나"});
  EXPECT_EQ(found("다리"), Rows{"서울시가 [다리]를 놓는다|강을 건너는 길|김하나"});
  EXPECT_EQ(found("길 울시가 하나"), Rows{"서[울시가] 다리를 놓는다|강을 건너는 [길]|김[하나]"});
  EXPECT_EQ(found("ferry 다리"), Rows{});
}

TEST_F(Search, EveryScriptWithoutSpacesIsFoundInsideItsWords) {
  int d = 2;
  for (const std::string letter : {"ก", "ກ", "က", "ក", "水", "カ", "あ", "힣", "豈", "ｶ"}) {
    show(day(d++), page({card("s" + std::to_string(d), letter + letter + letter + letter)}));
    EXPECT_EQ(found(letter).size(), 1U) << letter;
    EXPECT_EQ(found(letter + letter + letter).size(), 1U) << letter;
  }
}

TEST_F(Search, NoSyntaxOfTheIndexBreaksIt) {
  for (const std::string words :
       {"AND", "OR NOT", "NEAR(a b)", "headline:x", "a AND (", "^x", "{a b}: c", "a + b",
        "'; DROP TABLE item", "\"", "\"\"\"\"a", "*", "-a", "a-b", "\\", "%", "다*", "\"다리"}) {
    const Rows lines = found(words);
    EXPECT_TRUE(lines.empty() || lines.front().find("SQL") == std::string::npos) << lines.front();
    EXPECT_TRUE(Reading::open(file())->search(words, 5) || search_terms(words).empty()) << words;
  }
}

TEST_F(Search, WordsAreRequired) {
  EXPECT_EQ(found("  "), Rows{"  : has no word to search for"});
}

TEST_F(Search, HasALimit) {
  EXPECT_EQ(found("ferryman", 1).size(), 1U);
  EXPECT_EQ(found("ferryman").size(), 2U);
}

}  // namespace
}  // namespace dekko
