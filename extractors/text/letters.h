// Code points and what kind of character they are. Unicode's answers, with ASCII answered in line.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

struct CodePoint {
  char32_t value = 0xFFFD;
  size_t size = 1;  // octets; 1 for an octet that is not UTF-8, whose value is U+FFFD
};

// The code point at `at`, which must lie inside `text`.
CodePoint code_point_at(std::string_view text, size_t at);
// The code point that ends before `end`, which must be 1 or more and inside `text`.
CodePoint code_point_before(std::string_view text, size_t end);

// Appends its octets; those of U+FFFD for what is no character: zero, surrogates, beyond U+10FFFF.
void append_code_point(char32_t c, std::string& out);

inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// ASCII's case.
inline bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (size_t i = 0; i < start.size(); ++i)
    if (ascii_lower(text[i]) != ascii_lower(start[i])) return false;
  return true;
}
bool is_ascii(std::string_view text);
// The octets before the first that is not ASCII.
size_t ascii_run(std::string_view text);

bool is_upper(char32_t c);  // Uppercase or titlecase letter
bool is_lower(char32_t c);
bool is_letter(char32_t c);  // General category L
bool is_mark(char32_t c);    // General category M
// The value of a decimal digit of any script (General category Nd), -1 for what is none.
int digit_value(char32_t c);
// The text with decimal digits of any script as 0 to 9.
std::string with_ascii_digits(std::string_view text);
// Scripts that write words without a space between them, or (Hangul) glue them: Han, kana, Hangul, Thai, Lao,
// Khmer, Burmese, Tibetan.
bool is_unspaced(char32_t c);

}  // namespace dekko
