// Numbers of dates in Han numerals: 二〇二四年三月十九日, 令和元年, 三天前.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dekko {

struct HanNumber {
  int value;
  int digits;   // as if written in decimal digits
  size_t size;  // octets
};

// The number that begins at `at`, which must lie inside `line`: up to 99, or four numerals read as digits.
// None unless a counter that dates have (年, 月, 日, 時, 天 ...) follows at once, for 一 is part of many
// words.
std::optional<HanNumber> han_number_at(std::string_view line, size_t at);

}  // namespace dekko
