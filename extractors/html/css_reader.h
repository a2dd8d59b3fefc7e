// The parts of CSS that selectors are made of (CSS Syntax 3 section 4.3), read off a text one by one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dekko::css {

inline bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
inline char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string to_lower(std::string_view text);

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool take(char c);
  bool take_word(std::string_view lower);  // in any case, and not as the beginning of a longer word

  void skip_comments();
  bool skip_space();  // comments too; whether there was white space

  bool starts_ident() const;
  std::string take_ident();  // only when starts_ident()
  std::optional<std::string>
  take_string();                     // at a quote; none if a line ends in it. The end of the text closes it
  std::optional<int> take_digits();  // none if there are none, or too many for an int

  size_t column() const;  // from 1, in code points

 private:
  bool starts_escape(size_t ahead) const;
  void take_escape(std::string& out);

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace dekko::css
