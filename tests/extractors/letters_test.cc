#include "extractors/text/letters.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(CodePoint, IsTheSameFromEitherEnd) {
  for (const std::string_view letter : {"a", "\x7F", "é", "國", "𐐀"}) {
    const std::string text = "x" + std::string(letter) + "y";
    const CodePoint at = code_point_at(text, 1), before = code_point_before(text, text.size() - 1);
    EXPECT_EQ(at.size, letter.size()) << letter;
    EXPECT_EQ(before.size, letter.size()) << letter;
    EXPECT_EQ(at.value, before.value) << letter;
    EXPECT_EQ(code_point_before(letter, letter.size()).size, letter.size()) << letter;
  }
}

TEST(CodePoint, OfWhatIsNoUtf8IsOneOctet) {
  // Trails alone, at the front and behind a letter; a lead alone; a letter and one trail more; four trails.
  for (const std::string_view text :
       {"\x80", "\x80\x80", "a\x80", "\xE5", "\xE5\x9C", "é\x80", "\xF0\x80\x80\x80\x80"}) {
    const CodePoint before = code_point_before(text, text.size());
    EXPECT_EQ(before.value, char32_t{0xFFFD}) << text;
    EXPECT_EQ(before.size, 1u) << text;
  }
  EXPECT_EQ(code_point_at("\xE5\x9C", 0).value, char32_t{0xFFFD});
}

TEST(CodePoint, ThatIsNoCharacterIsWrittenAsTheReplacement) {
  for (const char32_t none : {char32_t{0}, char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
    std::string out;
    append_code_point(none, out);
    EXPECT_EQ(out, "\xEF\xBF\xBD") << static_cast<uint32_t>(none);
  }
  std::string last;
  append_code_point(0x10FFFF, last);
  EXPECT_EQ(last, "\xF4\x8F\xBF\xBF");
}

TEST(AsciiLower, FoldsTheLettersOfAsciiAndNoMore) {
  std::string folded;
  for (const char c : std::string_view("@AZ[`az{\xC0")) folded += ascii_lower(c);
  EXPECT_EQ(folded, "@az[`az{\xC0");
}

}  // namespace
}  // namespace dekko
