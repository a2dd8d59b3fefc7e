#include "extractors/fields/han_number.h"

#include <vector>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
constexpr std::u32string_view kCounters = U"年月日号號时時点點分秒天小个個";
constexpr size_t kMostNumerals = 4;  // a year, digit by digit
constexpr int kTen = 10;

int value_of_numeral(char32_t c) {
  if (c == U'零' || c == U'○') return 0;
  if (c == U'两' || c == U'兩') return 2;
  if (c == U'十') return kTen;
  const size_t found = kNumerals.find(c);
  return found != kNumerals.npos ? static_cast<int>(found) : -1;
}

// Digit by digit: 二〇二四.
std::optional<int> year_of(const std::vector<int>& numerals) {
  int year = 0;
  for (const int numeral : numerals) {
    if (numeral == kTen) return std::nullopt;
    year = year * 10 + numeral;
  }
  return numerals.size() == 4 ? std::optional(year) : std::nullopt;
}

// 九, 十, 十九, 二十, 二十九
std::optional<int> count_of(const std::vector<int>& numerals) {
  const size_t size = numerals.size();
  if (size == 1) return numerals[0];
  if (size == 2 && numerals[0] == kTen && numerals[1] < kTen) return kTen + numerals[1];
  if (size < 2 || size > 3 || numerals[0] == kTen || numerals[1] != kTen) return std::nullopt;
  if (size == 3 && numerals[2] == kTen) return std::nullopt;
  return numerals[0] * kTen + (size == 3 ? numerals[2] : 0);
}

}  // namespace

std::optional<HanNumber> han_number_at(std::string_view line, size_t at) {
  if (line.substr(at).starts_with("元年")) return HanNumber{1, 1, std::string_view("元").size()};
  std::vector<int> numerals;
  size_t end = at;
  while (end < line.size() && numerals.size() <= kMostNumerals) {
    const CodePoint c = code_point_at(line, end);
    const int value = value_of_numeral(c.value);
    if (value < 0) break;
    numerals.push_back(value);
    end += c.size;
  }
  if (numerals.empty() || numerals.size() > kMostNumerals || end >= line.size()) return std::nullopt;
  if (kCounters.find(code_point_at(line, end).value) == kCounters.npos) return std::nullopt;
  if (const auto year = year_of(numerals)) return HanNumber{*year, 4, end - at};
  const auto count = count_of(numerals);
  if (!count) return std::nullopt;
  return HanNumber{*count, *count < kTen ? 1 : 2, end - at};
}

}  // namespace dekko
