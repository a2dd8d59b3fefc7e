#include "extractors/find/date_signs.h"

#include <algorithm>
#include <array>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kRelativeOctets = 32;  // "Updated about 3 hours ago"
constexpr size_t kDayOctets = 24;       // "(September 12th)", "[08-02 14:25:36]"
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kMonthEnds = {"uary", "ruary", "ch", "il",     "",     "e",
                                                         "y",    "ust",   "t",  "tember", "ober", "ember"};

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_space(char letter) {
  return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

// A number of one or two digits at the text's beginning, which is then behind it.
struct Number {
  int value = 0;
  size_t digits = 0;
};

Number take_number(std::string_view& text) {
  Number number;
  while (!text.empty() && is_digit(text.front()) && number.digits < 3) {
    number.value = number.value * 10 + (text.front() - '0');
    ++number.digits;
    text.remove_prefix(1);
  }
  return number.digits <= 2 ? number : Number{};
}

// Nothing, or a time of day.
bool ends_a_day(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return true;
  for (int part = 0; part < 3 && !text.empty(); ++part) {
    if (take_number(text).digits == 0) return false;
    if (!text.empty() && !take(text, ":")) return false;
  }
  return text.empty();
}

bool are_month_and_day(const Number& month, const Number& day) {
  return month.value >= 1 && month.value <= 12 && day.value >= 1 && day.value <= 31;
}

// "7/12", "08-02", "12.07.", "8月2日": one of the two numbers is written in full, as no share of a whole is.
bool is_day_in_digits(std::string_view text) {
  const Number first = take_number(text);
  if (first.digits == 0) return false;
  if (take(text, "月"))
    return are_month_and_day(first, take_number(text)) && take(text, "日") && ends_a_day(text);
  const bool dot = take(text, ".");
  if (!dot && !take(text, "-") && !take(text, "/")) return false;
  const Number second = take_number(text);
  if (std::max(first.digits, second.digits) < 2 || second.digits == 0) return false;
  if (dot && !take(text, ".")) return false;
  return (are_month_and_day(first, second) || are_month_and_day(second, first)) && ends_a_day(text);
}

bool take_month(std::string_view& text) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (!starts_with_ignoring_case(text, kMonths[i])) continue;
    text.remove_prefix(kMonths[i].size());
    if (starts_with_ignoring_case(text, kMonthEnds[i])) text.remove_prefix(kMonthEnds[i].size());
    take(text, ".");
    return true;
  }
  return false;
}

bool take_day(std::string_view& text) {
  const Number day = take_number(text);
  for (const char* const end : {"st", "nd", "rd", "th"}) {
    if (take(text, end)) break;
  }
  return day.value >= 1 && day.value <= 31;
}

bool is_day_in_words(std::string_view text) {
  const bool month_first = take_month(text);
  if (month_first ? !take(text, " ") : !take_day(text)) return false;
  if (!month_first && !take(text, " ")) return false;
  return (month_first ? take_day(text) : take_month(text)) && ends_a_day(text);
}

bool is_day(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > kDayOctets) return false;
  if ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')')) {
    text.remove_prefix(1);
    text.remove_suffix(1);
  }
  return is_day_in_digits(text) || is_day_in_words(text);
}

// "1900" to "2099" as a number of its own.
bool names_a_year(std::string_view text) {
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    while (begin < text.size() && !is_digit(text[begin])) ++begin;
    for (end = begin; end < text.size() && is_digit(text[end]);) ++end;
    const std::string_view number = text.substr(begin, end - begin);
    if (number.size() == 4 && (number.starts_with("19") || number.starts_with("20"))) return true;
  }
  return false;
}

// The first octets of digits that are not ASCII's, by which few other letters begin.
bool names_a_foreign_year(std::string_view text) {
  return text.find_first_of("\xD9\xDB\xE0\xE1\xEF") != text.npos && names_a_year(with_ascii_digits(text));
}

bool counts_back(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text.ends_with(" ago") && trimmed(text).size() <= kRelativeOctets;
}

}  // namespace

bool looks_dated(std::string_view text) {
  bool digits = false, foreign = false;
  for (const char c : text) {
    digits |= is_digit(c);
    foreign |= static_cast<unsigned char>(c) >= 0x80;
  }
  if (digits && (names_a_year(text) || is_day(text))) return true;
  return counts_back(text) || (foreign && names_a_foreign_year(text));
}

}  // namespace dekko
