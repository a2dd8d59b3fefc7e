#include "extractors/fields/date_lexer.h"

#include <algorithm>
#include <optional>

#include "extractors/fields/han_number.h"
#include "extractors/fields/known_word.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Kind = DateToken::Kind;

constexpr size_t kUsualTokens = 12;
constexpr size_t kUnspacedWord = 12;  // code points: the longest word of the books in a script without spaces
constexpr size_t kUnspacedOctets = 4 * kUnspacedWord;
constexpr char32_t kZeroWidthSpace = 0x200B;  // between the words of such scripts

// Spaces and marks of direction, which Arabic and Hebrew pages put around digits.
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x3000 || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D || c == kZeroWidthSpace;
}
bool in_word(char32_t c) {
  return is_letter(c) || is_mark(c) || is_joiner(c);
}

char32_t plain_mark(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x3001 || c == 0x60C || c == 0x104A) return ',';
  if (c == 0x970 || c == 0x5F3) return '.';  // what ends abbreviations in Hindi and Hebrew
  if (c == 0x2044 || c == 0x2215) return '/';
  return c;
}

class Lexer {
 public:
  enum class Until { kEnd, kUnknown };

  Lexer(std::string_view line, WordBooks books) : line_(line), books_(books) {}

  std::vector<DateToken> run(Until until) {
    bool spaced = false, bracket = false;
    until_ = until;
    tokens_.reserve(kUsualTokens);
    while (at_ < line_.size()) {
      const CodePoint c = code_point_at(line_, at_);
      if (is_blank(c.value)) {
        spaced = true;
        at_ += c.size;
        continue;
      }
      const size_t first = tokens_.size();
      if (digit_value(c.value) >= 0) {
        number();
      } else if (const auto han = han_number_at(line_, at_)) {
        take({.kind = Kind::kNumber,
              .begin = at_,
              .end = at_ + han->size,
              .number = han->value,
              .digits = han->digits});
      } else if (in_word(c.value)) {
        word();
      } else {
        tokens_.push_back(
            {.kind = Kind::kMark, .begin = at_, .end = at_ + c.size, .mark = plain_mark(c.value)});
        at_ += c.size;
      }
      tokens_[first].spaced = spaced;
      spaced = false;
      bracket = bracket || tokens_[first].mark == '(';
      if (bracket) until_ = Until::kEnd;
      if (until_ == Until::kUnknown && !(is_known(tokens_[first]) && is_known(tokens_.back()))) break;
    }
    return std::move(tokens_);
  }

 private:
  void number() {
    DateToken token{.kind = Kind::kNumber, .begin = at_};
    while (at_ < line_.size()) {
      const CodePoint c = code_point_at(line_, at_);
      const int digit = digit_value(c.value);
      if (digit < 0) break;
      if (token.digits < 9) token.number = token.number * 10 + digit;
      ++token.digits;
      at_ += c.size;
    }
    token.end = at_;
    tokens_.push_back(token);
    if (token.digits == 12 || token.digits == 14) cut_after_day();
  }

  // 20240319170501 is 20240319 and 170501.
  void cut_after_day() {
    const DateToken& whole = tokens_.back();
    const bool is_ascii = whole.end - whole.begin == static_cast<size_t>(whole.digits);
    const int year = whole.number / 100'000;
    if (!is_ascii || year < 1900 || year > 2100) return;
    at_ = whole.begin + 8;
    tokens_.back() = {
        .kind = Kind::kNumber, .begin = whole.begin, .end = at_, .number = whole.number / 10, .digits = 8};
    number();
  }

  size_t run_end(size_t from) const {
    while (from < line_.size()) {
      const CodePoint c = code_point_at(line_, from);
      if (!in_word(c.value)) break;
      from += c.size;
    }
    return from;
  }

  KnownWord known(size_t begin, size_t end) const {
    return known_word(line_.substr(begin, end - begin), books_);
  }

  static DateToken token_of(const KnownWord& word, size_t begin, size_t end) {
    return {.kind = Kind::kWord,
            .begin = begin,
            .end = end,
            .own = word.own,
            .calendar = word.calendar,
            .roles = word.roles};
  }

  void word() {
    const size_t end = run_end(at_);
    const bool unspaced = is_unspaced(code_point_at(line_, at_).value);
    if (unspaced && end - at_ > kUnspacedOctets) return pieces(end);
    const KnownWord whole = known(at_, end);
    const bool dotted = end < line_.size() && line_[end] == '.';
    if (whole.begins_name || dotted) {
      if (const auto token = joined(end)) return take(*token);
    }
    if (whole.has_meaning()) return take(token_of(whole, at_, end));
    if (unspaced) return pieces(end);
    if (const auto glued = after_seam(end)) {
      tokens_.push_back({.kind = Kind::kWord, .begin = at_, .end = glued->begin});
      return take(*glued);
    }
    take({.kind = Kind::kWord,
          .begin = at_,
          .end = end,
          .calendar = whole.shortened,
          .roles = roles_of(whole.shortened)});
  }

  void take(const DateToken& token) {
    tokens_.push_back(token);
    at_ = token.end;
  }

  // "p.m", "p. m", "sexta-feira", "just now": the longest known name that goes on after `end` past one mark
  // or space each.
  std::optional<DateToken> joined(size_t end) const {
    std::optional<DateToken> found;
    for (int parts = 1; parts < kWordParts && end < line_.size(); ++parts) {
      const CodePoint between = code_point_at(line_, end);
      const bool joins = between.value == '.' || between.value == '-' || between.value == ' ' ||
                         between.value == '\'' || between.value == U'’';
      size_t begin = end + between.size;
      if (between.value == '.' && begin < line_.size() && is_blank(code_point_at(line_, begin).value)) {
        begin += code_point_at(line_, begin).size;
      }
      const size_t next = run_end(begin);
      if (!joins || next == begin) break;
      end = next;
      if (const KnownWord name = known(at_, end); name.has_meaning()) found = token_of(name, at_, end);
    }
    if (found) found->is_phrase = true;
    return found;
  }

  // The longest known word at each place of a run in a script without spaces; what is not known goes by one.
  void pieces(size_t end) {
    while (at_ < end && !han_number_at(line_, at_)) {
      if (const CodePoint c = code_point_at(line_, at_); c.value == kZeroWidthSpace) {
        at_ += c.size;
        continue;
      }
      size_t to = at_;
      DateToken best{.kind = Kind::kWord, .begin = at_, .end = at_ + code_point_at(line_, at_).size};
      for (size_t length = 0; length < kUnspacedWord && to < end; ++length) {
        to += code_point_at(line_, to).size;
        if (const KnownWord word = known(at_, to); word.has_meaning()) best = token_of(word, at_, to);
      }
      take(best);
      if (until_ == Until::kUnknown && !is_known(best)) return;
    }
  }

  // "ZwirkoMarch", "PROMarch", "ZwirkoMARCH": the known word that begins at the last change of case.
  std::optional<DateToken> after_seam(size_t end) const {
    char32_t next = 0;
    for (size_t at = end; at > at_;) {
      const CodePoint c = code_point_before(line_, at);
      at -= c.size;
      if (at > at_ && is_upper(c.value) && (is_lower(next) || is_lower(code_point_before(line_, at).value))) {
        const KnownWord word = known(at, end);
        return word.has_meaning() ? std::optional(token_of(word, at, end)) : std::nullopt;
      }
      next = c.value;
    }
    return std::nullopt;
  }

  std::string_view line_;
  WordBooks books_;
  size_t at_ = 0;
  Until until_ = Until::kEnd;
  std::vector<DateToken> tokens_;
};

// "ZwirkoMarch": a capital after a small letter or before one, inside a word.
bool has_seam(std::string_view word) {
  for (size_t at = code_point_at(word, 0).size; at < word.size(); at += code_point_at(word, at).size) {
    if (is_upper(code_point_at(word, at).value)) return true;
  }
  return false;
}

// The letters that a text ends in; a run from begin to end.
struct Run {
  size_t begin = 0, end = 0;
};

Run last_run(std::string_view line, size_t end) {
  Run run{end, end};
  while (run.begin > 0) {
    const CodePoint before = code_point_before(line, run.begin);
    if (!in_word(before.value)) break;
    run.begin -= before.size;
  }
  return run;
}

// Whether one of a script's words without spaces ends there, or a number.
bool ends_in_known_piece(std::string_view line, const Run& run, WordBooks books) {
  size_t begin = run.end;
  for (size_t length = 0; length < kUnspacedWord && begin > run.begin; ++length) {
    begin -= code_point_before(line, begin).size;
    const KnownWord known = known_word(line.substr(begin, run.end - begin), books);
    if (known.has_meaning() || known.ends_name || (length == 0 && han_number_at(line, begin))) return true;
  }
  return false;
}

bool is_known_end(std::string_view word, WordBooks books) {
  const KnownWord known = known_word(word, books);
  return known.has_meaning() || !known.shortened.empty() || known.ends_name || has_seam(word);
}

}  // namespace

bool is_known(const DateToken& token) {
  return token.kind != Kind::kWord || !token.own.empty() || !token.calendar.empty();
}

std::vector<DateToken> lex_date(std::string_view line, WordBooks books) {
  return Lexer(line, books).run(Lexer::Until::kEnd);
}

std::vector<DateToken> lex_known_date(std::string_view line, WordBooks books) {
  return Lexer(line, books).run(Lexer::Until::kUnknown);
}

// A zone's name may stand in brackets after a time, whatever it is; after a full stop stands the rest of an
// abbreviation.
bool may_end_in_date(std::string_view line, WordBooks books) {
  static constexpr std::string_view kMarks = " .,!?;:'\"|/-";
  const size_t end = line.find_last_not_of(kMarks) + 1;  // of the last word; 0 if there is none
  const Run run = last_run(line, end);
  if (end == 0 || run.begin == end) return end != 0;
  if (is_unspaced(code_point_before(line, end).value)) return ends_in_known_piece(line, run, books);
  const std::string_view word = line.substr(run.begin, end - run.begin);
  return (run.begin > 0 && line[run.begin - 1] == '.') || is_known_end(word, books);
}

}  // namespace dekko
