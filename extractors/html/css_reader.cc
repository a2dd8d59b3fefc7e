#include "extractors/html/css_reader.h"

#include <algorithm>
#include <charconv>

#include "extractors/text/letters.h"

namespace dekko::css {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_newline(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = to_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// U+0000 is read as U+FFFD (section 3.3), so it may stand in names.
bool is_ident_start(char c) {
  char lower = to_lower(c);
  return (lower >= 'a' && lower <= 'z') || c == '_' || c == '\0' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_ident(char c) {
  return is_ident_start(c) || is_digit(c) || c == '-';
}

void append(std::string& out, char c) {
  if (c == '\0') {
    out += kReplacement;
  } else {
    out += c;
  }
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

bool Reader::take(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool Reader::take_word(std::string_view lower) {
  std::string_view rest = text_.substr(at_);
  if (to_lower(rest.substr(0, lower.size())) != lower) return false;
  if (rest.size() > lower.size() && (is_ident(rest[lower.size()]) || rest[lower.size()] == '\\'))
    return false;
  at_ += lower.size();
  return true;
}

void Reader::skip_comments() {
  while (peek() == '/' && peek(1) == '*') {
    size_t end = text_.find("*/", at_ + 2);
    at_ = end == text_.npos ? text_.size() : end + 2;
  }
}

bool Reader::skip_space() {
  bool any = false;
  skip_comments();
  while (!at_end() && is_space(peek())) {
    any = true;
    ++at_;
    skip_comments();
  }
  return any;
}

bool Reader::starts_escape(size_t ahead) const {
  return peek(ahead) == '\\' && (at_ + ahead + 1 == text_.size() || !is_newline(peek(ahead + 1)));
}

bool Reader::starts_ident() const {
  size_t ahead = peek() == '-' ? 1 : 0;
  if (at_ + ahead >= text_.size()) return false;
  return is_ident_start(peek(ahead)) || (ahead == 1 && peek(1) == '-') || starts_escape(ahead);
}

std::string Reader::take_ident() {
  std::string ident;
  while (!at_end()) {
    if (is_ident(peek())) {
      append(ident, text_[at_++]);
    } else if (starts_escape(0)) {
      take_escape(ident);
    } else {
      break;
    }
  }
  return ident;
}

void Reader::take_escape(std::string& out) {
  ++at_;
  if (at_end() || hex_value(peek()) < 0) {
    append(out, at_end() ? '\0' : text_[at_++]);
    return;
  }
  unsigned value = 0;
  for (int digits = 0; digits < 6 && !at_end() && hex_value(peek()) >= 0; ++digits)
    value = value * 16 + static_cast<unsigned>(hex_value(text_[at_++]));
  append_code_point(value, out);
  if (peek() == '\r' && peek(1) == '\n') ++at_;
  if (!at_end() && is_space(peek())) ++at_;
}

std::optional<std::string> Reader::take_string() {
  std::string string;
  char quote = text_[at_++];
  while (!at_end() && !take(quote)) {
    if (is_newline(peek())) return std::nullopt;
    if (peek() != '\\') {
      append(string, text_[at_++]);
    } else if (starts_escape(0) && at_ + 1 < text_.size()) {
      take_escape(string);
    } else {
      ++at_;  // an escaped line end, or the end of the text, adds nothing
      if (peek() == '\r' && peek(1) == '\n') ++at_;
      if (!at_end()) ++at_;
    }
  }
  return string;
}

std::optional<int> Reader::take_digits() {
  const char* begin = text_.data() + at_;
  int value = 0;
  if (!is_digit(peek())) return std::nullopt;
  auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
  if (error != std::errc()) return std::nullopt;
  at_ += static_cast<size_t>(end - begin);
  return value;
}

size_t Reader::column() const {
  std::string_view before = text_.substr(0, at_);
  auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<size_t>(std::count_if(before.begin(), before.end(), starts)) + 1;
}

}  // namespace dekko::css
