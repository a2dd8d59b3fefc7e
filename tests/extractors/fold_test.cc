#include "extractors/text/fold.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/text/letters.h"

namespace dekko {
namespace {

// What collapse_space() says of ASCII, octet by octet.
std::string collapsed_slowly(const std::string& text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    if (!space && gap && !out.empty()) out += ' ';
    gap = space;
    if (!space) out += c;
  }
  return out;
}

// Every text of these octets up to ten of them: around and inside the eight that are looked at at once.
TEST(CollapseSpace, SaysTheSameHoweverManyOctetsItLooksAtAtOnce) {
  const std::string octets = " a\t";
  for (size_t size = 0, count = 1; size <= 10; ++size, count *= octets.size()) {
    for (size_t number = 0; number < count; ++number) {
      std::string text;
      for (size_t rest = number, i = 0; i < size; ++i, rest /= octets.size())
        text += octets[rest % octets.size()];
      ASSERT_EQ(collapse_space(text), collapsed_slowly(text)) << "\"" << text << "\"";
    }
  }
  EXPECT_EQ(collapse_space("Fog at the\x7fquay and the \xC2\xA0 quarry"),
            "Fog at the\x7fquay and the quarry");
}

TEST(SaysTheSame, IsToldByTheFirstCharactersOnlyWhereTheyAreVisibleAscii) {
  EXPECT_TRUE(begins_otherwise("Fog at the quay", "Salt at the quay"));
  EXPECT_FALSE(begins_otherwise("Fog at the quay", "fog at the quay"));
  EXPECT_FALSE(begins_otherwise("`Fog'", "'Fog'"));
  EXPECT_FALSE(begins_otherwise("\"Fog\"", "“Fog”"));
  EXPECT_FALSE(begins_otherwise(" Fog", "Fog"));
  EXPECT_FALSE(begins_otherwise("", "Fog"));
}

TEST(CollapseSpace, SeesSpaceAsAReaderDoes) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"", ""},
      {" \t\r\n\f", ""},
      {"a", "a"},
      {"  a  b\n\n c ", "a b c"},
      {"a\u00A0\u2009b\u3000c", "a b c"},
      {"\uFEFFa\u200Bb\u00ADc", "abc"},
      {"a \u200B b", "a b"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(collapse_space(text), expected);
}

TEST(FoldKey, SpellingsOfOneNameShareIt) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Chip O’Brannigan", "CHIP  O'BRANNIGAN"},
      {"Zoé Clémentin", "zoe clementin"},
      {"Zoé", "Zoe\u0301"},
      {"Straße", "STRASSE"},
      {"Won–Gi Tak", "won-gi tak"},
      {"Ｎｅｗｓ", "news"},
      {"“Desk”", "\"desk\""},
      {"Андрей", "АНДРЕЙ"},
      {"김가람", "김가람"},
      {"Łukasz", "łukasz"},
      {"שָׁלוֹם", "שלום"},
      {"wait…", "WAIT..."},
  };
  for (const auto& [a, b] : table) EXPECT_EQ(fold_key(a), fold_key(b)) << a;
}

TEST(FoldKey, DifferentNamesStayApart) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"ガク", "カク"}, {"मीरा", "मारा"}, {"Ann", "Anna"}, {"Al Roe", "Al-Roe"}, {"กา", "กี"},
  };
  for (const auto& [a, b] : table) EXPECT_NE(fold_key(a), fold_key(b)) << a;
}

TEST(SaysTheSame, LooksPastTypographyAndCuts) {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"The defectors’ path", "The defectors' path"},
      {"Port — closed", "PORT - closed"},
      {"Port closed for the wint…", "Port closed for the winter"},
      {"Port closed for ...", "Port closed for the winter"},
      {"Port closed […]", "Port closed for the winter"},
      {"Port cl…", "Port closed for…"},
      {"Wait…", "Wait..."},
  };
  for (const auto& [a, b] : same) {
    EXPECT_TRUE(says_the_same(a, b)) << a;
    EXPECT_TRUE(says_the_same(b, a)) << b;
  }
  const std::vector<std::pair<std::string, std::string>> different = {
      {"Port closed", "Port closes"},
      {"Port closed", "Port closed again"},
      {"…", "Port"},
      {"Resume", "Résumé"},
      {"", "Port"},
      {"Part (1)", "Part (1) again"},
  };
  for (const auto& [a, b] : different) EXPECT_FALSE(says_the_same(a, b)) << a;
}

// The omega makes the whole of a text go through every form of normalisation.
TEST(Fold, WhatIsToldWithoutNormalisingIsWhatNormalisingTells) {
  for (char32_t c = 0x80; c < 0xFFFE; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "x";
    append_code_point(c, text);
    append_code_point(c + 1, text);
    ASSERT_EQ(plain_text(text) + " ω", plain_text(text + " Ω")) << unsigned(c);
    ASSERT_EQ(fold_key(text) + " ω", fold_key(text + " Ω")) << unsigned(c);
  }
}

TEST(HasKey, SaysWhatFoldingSays) {
  const std::vector<std::string> texts = {"",         "Al",  "AL",  "al ", "Al Roe", "Al  Roe", "Ál",
                                          "A\u0301l", "A`l", "A’l", "A'l", "Alé",    "Al-",     "Аль"};
  for (const std::string& text : texts) {
    for (const std::string& other : texts)
      EXPECT_EQ(has_key(text, fold_key(other)), fold_key(text) == fold_key(other)) << text << "|" << other;
  }
}

TEST(LengthOf, CountsCodePoints) {
  EXPECT_EQ(length_of(""), 0u);
  EXPECT_EQ(length_of("abc"), 3u);
  EXPECT_EQ(length_of("é김😀"), 3u);
}

TEST(Fold, EveryTruncationIsReadWithoutHarm) {
  const std::string text = "“Zoé”\u00A0O’B — 김가람 […]";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string exact(text, 0, size);
    collapse_space(exact);
    fold_key(exact);
    EXPECT_TRUE(says_the_same(exact, exact));
  }
}

}  // namespace
}  // namespace dekko
