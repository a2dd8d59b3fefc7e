#include "extractors/fields/bylines.h"

#include <gtest/gtest.h>

#include "core/limits.h"

namespace dekko {
namespace {

using Names = std::vector<std::string>;

Names names(std::string_view line, const BylineRules& rules = {}, std::string_view avatar = "") {
  Names out;
  for (const Author& author : read_bylines(line, rules, avatar)) out.push_back(author.name);
  return out;
}

BylineRules separated_by(std::vector<std::string> separators) {
  return {.separators = std::move(separators)};
}

TEST(Bylines, ReadsPlainLines) {
  const std::vector<std::pair<std::string, Names>> table = {
      {"Mara Lindqvist", {"Mara Lindqvist"}},
      {"Mara Lindqvist | Tae Ho Yun", {"Mara Lindqvist", "Tae Ho Yun"}},
      {"Mara Lindqvist| Tae Ho Yun", {"Mara Lindqvist", "Tae Ho Yun"}},
      {"Mara Lindqvist|Tae Ho Yun", {"Mara Lindqvist", "Tae Ho Yun"}},
      {"  Mara\u00A0 Lindqvist ", {"Mara Lindqvist"}},
      {"Jin", {"Jin"}},
      {"NK Pro", {"NK Pro"}},
      {"Jo DeVilliers", {"Jo DeVilliers"}},
      {"Mara O'Brannigan", {"Mara O'Brannigan"}},
      {"Mara O’Brannigan", {"Mara O’Brannigan"}},
      {"Won-Gi Tak", {"Won-Gi Tak"}},
      {"Ada V. Renn", {"Ada V. Renn"}},
      {"Zoé Clémentin", {"Zoé Clémentin"}},
      {"Mara Lindqvist — ", {"Mara Lindqvist"}},
      {"김가람", {"김가람"}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line), expected) << line;
}

TEST(Bylines, UndoesDoublingWithoutKnowingTheAvatar) {
  const std::vector<std::pair<std::string, Names>> table = {
      {"Mara LindqvistMara Lindqvist", {"Mara Lindqvist"}},
      {"Mara LindqvistMara Lindqvist | Tae Ho Yun", {"Mara Lindqvist", "Tae Ho Yun"}},
      {"Chip O'BranniganChip O’Brannigan", {"Chip O’Brannigan"}},
      {"Zoe ClementinZoé Clémentin", {"Zoé Clémentin"}},
      {"MARA LINDQVISTMara Lindqvist", {"Mara Lindqvist"}},
      {"NK PRONK PRO", {"NK PRO"}},
      {"JinJin", {"Jin"}},
      {"Jo DeVilliersJo DeVilliers", {"Jo DeVilliers"}},
      {"김가람김가람", {"김가람"}},
      {"Mara LindqvistBy Mara Lindqvist", {"Mara Lindqvist"}},
      {"Mara LindqvistMara Lindqvist | Tae Ho YunTae Ho Yun", {"Mara Lindqvist", "Tae Ho Yun"}},
      {"Mara Lindqvist | Mara Lindqvist", {"Mara Lindqvist"}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line), expected) << line;
}

TEST(Bylines, KeepsNamesThatDoubleByThemselves) {
  for (const std::string line : {"Ming Ming", "Sorin Sorin", "Boros Boros-Kaly", "Lulu", "LULU", "丽丽",
                                 "Zsa Zsa Gabo", "Jan Janssen", "Anna Annan", "McMc Lee"}) {
    EXPECT_EQ(names(line), Names{line});
  }
}

TEST(Bylines, AvatarMakesUndoingExact) {
  struct Row {
    std::string line, avatar;
    Names expected;
  };
  const std::vector<Row> table = {
      {"Ming Ming", "Ming Ming", {"Ming Ming"}},
      {"Ming Ming", "Ming", {"Ming"}},
      {"Ming MingMing Ming", "Ming Ming", {"Ming Ming"}},
      {"JoJo", "JoJo", {"JoJo"}},
      {"JoJo", "Jo", {"Jo"}},
      {"LULU", "LU", {"LU"}},
      {"Mara Lindqvist Mara Lindqvist | Al Roe", "Mara Lindqvist", {"Mara Lindqvist", "Al Roe"}},
      {"Mara LindqvistM. Lindqvist", "Mara Lindqvist", {"M. Lindqvist"}},
      {"Chip O'BranniganChip O’Brannigan | Al Roe", "Chip O'Brannigan", {"Chip O’Brannigan", "Al Roe"}},
      {"Chip O’BranniganChip O’Brannigan", "Chip O'Brannigan", {"Chip O’Brannigan"}},
      {"Mara Lindqvist | Al Roe", "Mara Lindqvist", {"Mara Lindqvist", "Al Roe"}},
      {"Mara LindqvistBy Mara Lindqvist", "Mara Lindqvist", {"Mara Lindqvist"}},
      {"田中一郎", "田中", {"田中一郎"}},
      {"MacAlder", "Mac", {"MacAlder"}},
      {"Author ImageMara Lindqvist| Al Roe", "Author Image", {"Mara Lindqvist", "Al Roe"}},
      {"Theó Ann", "Theo\u0301 Ann", {"Theó Ann"}},
  };
  for (const auto& [line, avatar, expected] : table) EXPECT_EQ(names(line, {}, avatar), expected) << line;
}

TEST(Bylines, AvatarKeepsAHouseNameWithASeparatorWhole) {
  const BylineRules rules = separated_by({"&", "|"});
  EXPECT_EQ(names("Alder & SonsAlder & Sons | Al Roe", rules, "Alder & Sons"),
            (Names{"Alder & Sons", "Al Roe"}));
}

TEST(Bylines, StripsConstantsAndPrefixes) {
  const std::vector<std::pair<std::string, Names>> table = {
      {"Author Image Mara Lindqvist| Al Roe", {"Mara Lindqvist", "Al Roe"}},
      {"Author ImageMara Lindqvist", {"Mara Lindqvist"}},
      {"Author Imagery Trust", {"Author Imagery Trust"}},
      {"By Mara Lindqvist", {"Mara Lindqvist"}},
      {"BY MARA LINDQVIST", {"MARA LINDQVIST"}},
      {"By: Mara Lindqvist", {"Mara Lindqvist"}},
      {"Byron Alder", {"Byron Alder"}},
      {"By", {}},
      {"Author Image", {}},
      {"", {}},
      {" | ; ", {}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line), expected) << line;
}

TEST(Bylines, SplitsAtTheProfilesSeparators) {
  const BylineRules rules = separated_by({",", ";", "and", "&", "und", "y"});
  const std::vector<std::pair<std::string, Names>> table = {
      {"Mara Lindqvist, Al Roe, and Bo Stark", {"Mara Lindqvist", "Al Roe", "Bo Stark"}},
      {"Mara Lindqvist AND Al Roe", {"Mara Lindqvist", "Al Roe"}},
      {"Mara Lindqvist & Al Roe", {"Mara Lindqvist", "Al Roe"}},
      {"Sandy Andersson", {"Sandy Andersson"}},
      {"B&B Desk", {"B&B Desk"}},
      {"Juan Y Alder y Ana Roe", {"Juan Y Alder", "Ana Roe"}},
      {"Al Roe, Jr., Bo Stark", {"Al Roe, Jr.", "Bo Stark"}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line, rules), expected) << line;
}

TEST(Bylines, SplitsAtAndInOtherLanguages) {
  const BylineRules rules =
      separated_by({"y", "e", "et", "und", "en", "och", "ve", "και", "и", "та", "と", "및", "و", "،", "、"});
  const std::vector<std::pair<std::string, Names>> table = {
      {"Ana Roe y Juan Alder", {"Ana Roe", "Juan Alder"}},
      {"Ana Roe e João Alder", {"Ana Roe", "João Alder"}},
      {"Zoé Clémentin et Al Roe", {"Zoé Clémentin", "Al Roe"}},
      {"Bo Stark und Al Roe", {"Bo Stark", "Al Roe"}},
      {"Bo Stark och Al Roe", {"Bo Stark", "Al Roe"}},
      {"Ayşe Kaya ve Al Roe", {"Ayşe Kaya", "Al Roe"}},
      {"Άννα Ρω και Νίκος Άλδερ", {"Άννα Ρω", "Νίκος Άλδερ"}},
      {"Анна Роу и Иван Альдер", {"Анна Роу", "Иван Альдер"}},
      {"Олена Роу та Іван Альдер", {"Олена Роу", "Іван Альдер"}},
      {"田中一郎と佐藤花子", {"田中一郎", "佐藤花子"}},
      {"田中一郎、佐藤花子", {"田中一郎", "佐藤花子"}},
      {"さとう花子", {"さとう花子"}},
      {"김가람 및 이나래", {"김가람", "이나래"}},
      {"سارة علي و أحمد عمر", {"سارة علي", "أحمد عمر"}},
      {"سارة علي، وليد عمر", {"سارة علي", "وليد عمر"}},
      {"Eva Y. Roe", {"Eva Y. Roe"}},
      {"Et Al Stark", {"Et Al Stark"}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line, rules), expected) << line;
}

TEST(Bylines, StripsByInOtherLanguages) {
  BylineRules rules;
  rules.prefixes = {"By", "Von", "Por", "Par", "Автор:", "文/", "بقلم", "글"};
  const std::vector<std::pair<std::string, Names>> table = {
      {"Von Bo Stark", {"Bo Stark"}},
      {"Por Ana Roe | Al Roe", {"Ana Roe", "Al Roe"}},
      {"PAR ZOÉ CLÉMENTIN", {"ZOÉ CLÉMENTIN"}},
      {"Автор: Анна Роу", {"Анна Роу"}},
      {"文/田中一郎", {"田中一郎"}},
      {"بقلم سارة علي", {"سارة علي"}},
      {"글 김가람", {"김가람"}},
      {"Portia Alder", {"Portia Alder"}},
      {"Parker Roe", {"Parker Roe"}},
  };
  for (const auto& [line, expected] : table) EXPECT_EQ(names(line, rules), expected) << line;
}

TEST(Bylines, SpellingsOfOnePersonShareAKey) {
  const std::vector<Author> curly = read_bylines("Chip O’Brannigan", {}),
                            straight = read_bylines("CHIP O'Brannigan", {});
  ASSERT_EQ(curly.size(), 1u);
  EXPECT_EQ(curly.front().key, straight.front().key);
}

TEST(Bylines, LimitsLengthAndNumber) {
  EXPECT_TRUE(read_bylines(std::string(limits::kFieldBytes + 1, 'a'), {}).empty());
  std::string many;
  for (size_t i = 0; i < limits::kBylines * 2; ++i) many += "Name " + std::to_string(i) + "|";
  EXPECT_EQ(read_bylines(many, {}).size(), limits::kBylines);
}

TEST(Bylines, EveryTruncationIsReadWithoutHarm) {
  const std::string line = "Author ImageZoé O’BranniganZoé O’Brannigan | 김가람 ; By Al Roe";
  for (size_t size = 0; size <= line.size(); ++size) {
    const std::string exact(line, 0, size);
    EXPECT_LE(read_bylines(exact, {}, exact).size(), 3u);
    EXPECT_LE(read_bylines(exact, {}, "Zoé O'Brannigan").size(), 4u);
  }
}

}  // namespace
}  // namespace dekko
