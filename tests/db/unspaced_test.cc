#include "db/unspaced.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Unspaced, IsTextWithALetterOfAScriptThatWritesWithoutSpaces) {
  for (const char* const text :
       {"ก", "\u0E00", "\u0EFF", "\u1000", "\u109F", "\u1780", "\u17FF", "\u2E80", "\uA4CF", "가", "\uD7AF",
        "\uF900", "\uFAFF", "\uFF66", "\uFFDC", "Port 港", "港 Port"})
    EXPECT_TRUE(is_unspaced(text)) << text;
  for (const char* const text :
       {"", "Port", "порт", "\u0DFF", "\u0F00", "\u0FFF", "\u10A0", "\u177F", "\u1800", "\u2E7F", "\uA4D0",
        "\uABFF", "\uD7B0", "\uF8FF", "\uFB00", "\uFF65", "\uFFDD", "🚢"})
    EXPECT_FALSE(is_unspaced(text)) << text;
}

TEST(Unspaced, IsToldByTheOctetsOfTheTextAlone) {
  EXPECT_FALSE(is_unspaced(std::string_view("\uFF66").substr(0, 2)));
  EXPECT_FALSE(is_unspaced(std::string_view("\uFF66").substr(0, 1)));
}

}  // namespace
}  // namespace dekko
