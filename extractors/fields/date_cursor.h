// A place among the tokens of a line, and what stands there and ahead of it.
#pragma once

#include <optional>
#include <span>

#include "extractors/fields/date_lexer.h"

namespace dekko {

// The value that `token` has in this role for the language or for English.
std::optional<int> meaning_of(const DateToken& token, WordRole role, int language);

class DateCursor {
 public:
  // The tokens must outlive this. `language`: an index of date_languages().
  DateCursor(std::span<const DateToken> tokens, int language) : tokens_(tokens), language_(language) {}

  bool ended() const { return at_ >= tokens_.size(); }
  size_t at() const { return at_; }
  void go_to(size_t at) { at_ = at; }
  void move(size_t count) { at_ += count; }
  int language() const { return language_; }

  // Null past the end, and where the token is none of that sort.
  const DateToken* peek(size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  const DateToken* number(size_t ahead, int least_digits, int most_digits) const {
    const DateToken* token = peek(ahead);
    const bool fits = token != nullptr && token->kind == DateToken::Kind::kNumber &&
                      token->digits >= least_digits && token->digits <= most_digits;
    return fits ? token : nullptr;
  }
  bool mark(char32_t c, size_t ahead = 0) const {
    const DateToken* token = peek(ahead);
    return token != nullptr && token->kind == DateToken::Kind::kMark && token->mark == c;
  }
  bool glued(size_t ahead) const { return peek(ahead) != nullptr && !peek(ahead)->spaced; }
  std::optional<int> word(WordRole role, size_t ahead = 0) const {
    const DateToken* token = peek(ahead);
    const bool may_mean = token != nullptr && (token->roles & role_bit(role)) != 0;
    return may_mean ? meaning_of(*token, role, language_) : std::nullopt;
  }
  // The same of the token just passed.
  std::optional<int> word_before(WordRole role) const {
    return at_ > 0 && at_ <= tokens_.size() ? meaning_of(tokens_[at_ - 1], role, language_) : std::nullopt;
  }
  bool mark_before(char32_t c) const {
    return at_ > 0 && tokens_[at_ - 1].kind == DateToken::Kind::kMark && tokens_[at_ - 1].mark == c;
  }
  bool is_glued_to_number(int digits) const {
    return at_ > 0 && !ended() && glued(0) && tokens_[at_ - 1].kind == DateToken::Kind::kNumber &&
           tokens_[at_ - 1].digits == digits;
  }
  size_t end_of_passed() const { return at_ > 0 ? tokens_[at_ - 1].end : 0; }

 private:
  std::span<const DateToken> tokens_;
  int language_;
  size_t at_ = 0;
};

}  // namespace dekko
