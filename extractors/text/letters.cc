#include "extractors/text/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace dekko {

namespace {

UChar32 scalar(char32_t c) {
  return static_cast<UChar32>(c);
}
bool ascii_between(char32_t c, char32_t low, char32_t high) {
  return c - low <= high - low;
}

}  // namespace

CodePoint code_point_at(std::string_view text, size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return {static_cast<char32_t>(text[at]), 1};
  const auto* octets = reinterpret_cast<const uint8_t*>(text.data());
  size_t end = at;
  UChar32 c = 0;
  U8_NEXT(octets, end, text.size(), c);
  return c < 0 ? CodePoint{} : CodePoint{static_cast<char32_t>(c), end - at};
}

CodePoint code_point_before(std::string_view text, size_t end) {
  if (static_cast<unsigned char>(text[end - 1]) < 0x80) return {static_cast<char32_t>(text[end - 1]), 1};
  size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && U8_IS_TRAIL(static_cast<uint8_t>(text[begin]))) --begin;
  const CodePoint found = code_point_at(text, begin);
  return begin + found.size == end ? found : CodePoint{};
}

void append_code_point(char32_t c, std::string& out) {
  const UChar32 told = c == 0 || c > UCHAR_MAX_VALUE || U_IS_SURROGATE(c) ? 0xFFFD : scalar(c);
  std::array<char, U8_MAX_LENGTH> octets{};
  size_t size = 0;
  U8_APPEND_UNSAFE(octets.data(), size, told);
  out.append(octets.data(), size);
}

size_t ascii_run(std::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  size_t i = 0;
  std::array<uint64_t, 4> words;
  for (; i + sizeof(words) <= text.size(); i += sizeof(words)) {
    std::memcpy(words.data(), text.data() + i, sizeof(words));
    if (((words[0] | words[1] | words[2] | words[3]) & kHighBits) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

bool is_ascii(std::string_view text) {
  return ascii_run(text) == text.size();
}

bool is_upper(char32_t c) {
  if (c < 0x80) return ascii_between(c, 'A', 'Z');
  const int8_t category = u_charType(scalar(c));
  return category == U_UPPERCASE_LETTER || category == U_TITLECASE_LETTER;
}

bool is_lower(char32_t c) {
  return c < 0x80 ? ascii_between(c, 'a', 'z') : u_charType(scalar(c)) == U_LOWERCASE_LETTER;
}

bool is_letter(char32_t c) {
  return c < 0x80 ? ascii_between(c | 0x20, 'a', 'z') : (U_GET_GC_MASK(scalar(c)) & U_GC_L_MASK) != 0;
}

bool is_mark(char32_t c) {
  return c >= 0x300 && (U_GET_GC_MASK(scalar(c)) & U_GC_M_MASK) != 0;
}

int digit_value(char32_t c) {
  if (c < 0x80) return ascii_between(c, '0', '9') ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(scalar(c));
}

std::string with_ascii_digits(std::string_view text) {
  std::string digits(text.substr(0, ascii_run(text)));
  for (size_t at = digits.size(); at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const int value = digit_value(point.value);
    if (value < 0) digits.append(text.substr(at, point.size));
    if (value >= 0) digits += static_cast<char>('0' + value);
    at += point.size;
  }
  return digits;
}

bool is_unspaced(char32_t c) {
  if (c < 0xE00) return false;
  return c <= 0x109F || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace dekko
