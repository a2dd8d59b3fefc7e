#include "extractors/fields/dates.h"

#include <algorithm>

#include "core/limits.h"
#include "extractors/fields/date_pattern.h"
#include "extractors/fields/date_reading.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kDateBytes = 200;  // the longest form with labels, weekday, time and zone is below 100
constexpr size_t kDateTokens = 40;  // of such a form
constexpr size_t kForeignTokens = 16;
constexpr size_t kWordsAlone = 6;       // "the day before yesterday", with a label
constexpr ptrdiff_t kSpacesAlone = 10;  // of which some are inside a name

using Tokens = std::span<const DateToken>;

struct Reading {
  DateValue value;
  DateParts parts;
};

using Read = tl::expected<Reading, NoDate>;

Read read_in(Tokens tokens, int language, const DateRules& rules, Moment seen_at) {
  auto parts = parse_date(tokens, language);
  if (!parts) return tl::unexpected(parts.error());
  auto value = value_of(*parts, rules, seen_at);
  if (!value) return tl::unexpected(value.error());
  return Reading{std::move(*value), *parts};
}

// The languages in which some word of the line means something, and every word does there or in English.
LanguageSet languages_of(Tokens tokens) {
  LanguageSet every, some;
  every.set();
  for (const DateToken& token : tokens) {
    if (token.kind != DateToken::Kind::kWord) continue;
    LanguageSet of_token;
    for (const auto meanings : {token.own, token.calendar}) {
      for (const Meaning& meaning : meanings) of_token |= meaning.languages;
    }
    if (!of_token.test(static_cast<size_t>(english_index()))) every &= of_token;
    some |= of_token;
  }
  return every & some;
}

// Every date has a number, or a word that counts from now: the roles from kAgo on.
bool tells_a_day(Tokens tokens) {
  const auto counts = [](const Meaning& meaning) { return meaning.role >= WordRole::kAgo; };
  return std::any_of(tokens.begin(), tokens.end(), [&](const DateToken& token) {
    return token.kind == DateToken::Kind::kNumber ||
           std::any_of(token.own.begin(), token.own.end(), counts) ||
           std::any_of(token.calendar.begin(), token.calendar.end(), counts);
  });
}

// What several languages say of one line: the same, or nothing.
class Agreement {
 public:
  void hear(Reading reading) {
    differs_ = differs_ || (first_ && first_->value.text != reading.value.text);
    if (!first_) first_ = std::move(reading);
  }
  bool heard() const { return first_.has_value(); }
  Read verdict() {
    if (differs_) return tl::unexpected(NoDate{"means different days in different languages"});
    return std::move(*first_);
  }

 private:
  std::optional<Reading> first_;
  bool differs_ = false;
};

// Hindi's one word for yesterday and tomorrow may say one of them elsewhere: a word alone is what a leading
// language takes it for.
bool is_one_word(Tokens tokens) {
  return tokens.size() == 1;
}

// In any language: what all say that can read it without a doubt, else what all say that doubt it.
Read read_in_any(Tokens tokens, const DateRules& rules, Moment seen_at, NoDate otherwise) {
  if (!tells_a_day(tokens)) return tl::unexpected(otherwise);
  const LanguageSet languages = languages_of(tokens);
  if (languages.none()) return tl::unexpected(otherwise);
  DateRules in_language = rules;
  for (const LanguageSet& asked : {leading_languages(), ~leading_languages()}) {
    Agreement sure, doubted;
    for (size_t i = 0; i < date_languages().size() && i < languages.size(); ++i) {
      if (!languages.test(i) || !asked.test(i)) continue;
      in_language.language = date_languages()[i];
      auto reading = read_in(tokens, static_cast<int>(i), in_language, seen_at);
      if (reading) (reading->value.doubt.empty() ? sure : doubted).hear(std::move(*reading));
    }
    if (sure.heard() || doubted.heard()) return (sure.heard() ? sure : doubted).verdict();
    if ((languages & asked).any() && is_one_word(tokens)) break;
  }
  return tl::unexpected(otherwise);
}

int known_language(const DateRules& rules) {
  const int known = language_index(rules.language);
  return known >= 0 ? known : english_index();
}

// Worth the world's words, though the page says that it is written in another language.
bool names_a_year(Tokens tokens) {
  const auto is_year = [](const DateToken& token) {
    return token.kind == DateToken::Kind::kNumber && token.digits == 4 && token.number > 1900 &&
           token.number < 2700;
  };
  return tokens.size() <= kForeignTokens && std::any_of(tokens.begin(), tokens.end(), is_year);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Prose, told without looking up a word.
bool is_prose(std::string_view text) {
  return is_ascii(text) && std::none_of(text.begin(), text.end(), is_digit) &&
         std::count(text.begin(), text.end(), ' ') > kSpacesAlone;
}

// Two digits with a mark between, told without looking up a word. Other scripts have others: their digits are
// not led by what leads Latin, Greek and Cyrillic letters, their marks by few octets.
bool may_be_digits(std::string_view text) {
  const auto digit_at = [&](size_t at) { return at < text.size() && is_digit(text[at]); };
  for (size_t at = 1; at < text.size(); ++at) {
    const bool is_mark = text[at] == '/' || text[at] == '.' || text[at] == '-';
    if (is_mark && digit_at(at - 1) && (digit_at(at + 1) || digit_at(at + 2))) return true;
  }
  bool is_foreign = false, is_divided = false;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    is_foreign = is_foreign || (octet >= 0xD8 && octet != 0xE2);
    is_divided = is_divided || c == '/' || c == '.' || c == '-' || octet == 0xD7 || octet == 0xE0 ||
                 octet == 0xE2 || octet == 0xEF;
  }
  return is_foreign && is_divided;
}

// Of a line with a year other languages are asked, too (see names_a_year). Digits of other scripts are led by
// octets from here on, but for what E2 leads, dashes and quotes.
bool may_have_year(std::string_view text) {
  constexpr unsigned char kFirstDigits = 0xD8, kTypography = 0xE2;
  size_t digits = 0;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == 4 || (octet >= kFirstDigits && octet != kTypography)) return true;
  }
  return false;
}

// A word that means nothing, outside of brackets, makes all of a text no date.
bool are_known(Tokens tokens) {
  for (const DateToken& token : tokens) {
    if (token.mark == '(') return true;
    if (!is_known(token)) return false;
  }
  return true;
}

bool has_number_or_is_short(Tokens tokens) {
  const auto is_number = [](const DateToken& token) { return token.kind == DateToken::Kind::kNumber; };
  return tokens.size() <= kWordsAlone || std::any_of(tokens.begin(), tokens.end(), is_number);
}

WordBooks books_for(const DateRules& rules) {
  const int known = language_index(rules.language);
  return {known >= 0 ? known : WordBooks::kWorld};
}

// After a name: no weekday that may be part of it ("Jan Sun"), no number that may be anything, no bare word.
bool stands_beside_a_name(const Reading& reading, const DateToken& before) {
  const DateParts& parts = reading.parts;
  const bool bare = parts.days_back || (parts.ago && parts.ago->seconds == 0);
  return reading.value.doubt.empty() && !parts.packed && (!bare || before.kind == DateToken::Kind::kMark);
}

FoundDate found_in(std::string_view text, const Reading& reading, size_t begin) {
  const size_t from = reading.parts.begin, to = reading.parts.end;
  return {.value = reading.value.text,
          .text = std::string(text.substr(from, to - from)),
          .begin = begin + from,
          .doubt = reading.value.doubt,
          .from_now = reading.parts.ago || reading.parts.days_back};
}

// The last kDateBytes of a line, read from each of its tokens to the end, the longest ending first.
class Endings {
 public:
  Endings(std::string_view line, const DateRules& rules, Moment seen_at)
      : begin_(cut(line)),
        tail_(line.substr(begin_)),
        rules_(rules),
        seen_at_(seen_at),
        tokens_(lexed(tail_, books_for(rules))) {}

  std::optional<FoundDate> date() const {
    for (size_t at = first(); at < tokens_.size(); ++at) {
      const Read reading = read_from(at);
      if (!reading || reading->parts.begin != tokens_[at].begin) continue;
      if (at > 0 && !stands_beside_a_name(*reading, tokens_[at - 1])) continue;
      return found_in(tail_, *reading, begin_);
    }
    return std::nullopt;
  }

  std::string_view coarse_age() const {
    const auto is_coarse = [](const DateToken& token) {
      return (token.roles & role_bit(WordRole::kCoarseUnit)) != 0;
    };
    if (std::none_of(tokens_.begin(), tokens_.end(), is_coarse)) return {};
    for (size_t at = first(); at < tokens_.size(); ++at) {
      const bool begins = at == 0 || tokens_[at - 1].kind == DateToken::Kind::kMark;
      if (!begins || tokens_[at].kind == DateToken::Kind::kMark) continue;
      const Read reading = read_from(at);
      if (!reading && reading.error().reason == kCoarseAge) return tail_.substr(tokens_[at].begin);
    }
    return {};
  }

  std::string_view unclear() const {
    for (size_t at = first(); at < tokens_.size(); ++at) {
      if (tokens_[at].kind == DateToken::Kind::kMark) continue;
      const Read reading = read_from(at);
      if (reading) return {};
      if (reading.error().reason == kUnclearOrder) return tail_.substr(tokens_[at].begin);
    }
    return {};
  }

 private:
  // Not inside a code point.
  static size_t cut(std::string_view line) {
    size_t begin = line.size() > kDateBytes ? line.size() - kDateBytes : 0;
    while (begin > 0 && begin < line.size() && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80)
      ++begin;
    return begin;
  }

  static std::vector<DateToken> lexed(std::string_view tail, WordBooks books) {
    return may_end_in_date(tail, books) ? lex_date(tail, books) : std::vector<DateToken>();
  }

  size_t first() const { return tokens_.size() - std::min(tokens_.size(), kDateTokens); }

  Read read_from(size_t at) const {
    if (!is_known(tokens_[at])) return tl::unexpected(NoDate{"is no date"});
    const Tokens ending = Tokens(tokens_).subspan(at);
    Read reading = read_in(ending, known_language(rules_), rules_, seen_at_);
    if (reading || language_index(rules_.language) >= 0) return reading;
    return read_in_any(ending, rules_, seen_at_, reading.error());
  }

  size_t begin_;
  std::string_view tail_;
  const DateRules& rules_;
  Moment seen_at_;
  std::vector<DateToken> tokens_;
};

Error no_date(std::string_view text, std::string_view reason) {
  return Error{ErrorCode::kInvalid, std::string(text.substr(0, limits::kExcerptBytes)), std::string(reason)};
}

// Of all of a text, or why it is none. Most texts that are asked about are none.
tl::expected<FoundDate, std::string_view> date_or_reason(std::string_view text, const DateRules& rules,
                                                         Moment seen_at) {
  if (auto found = date_by_pattern(text, rules, seen_at)) return *found;
  if (text.size() > kDateBytes) return tl::unexpected<std::string_view>("is too long for a date");
  if (is_prose(text)) return tl::unexpected<std::string_view>("is no date");
  const bool known = language_index(rules.language) >= 0;
  std::vector<DateToken> tokens = lex_known_date(text, books_for(rules));
  if (!are_known(tokens) && known && may_have_year(text)) tokens = lex_known_date(text, {WordBooks::kWorld});
  if (tokens.empty() || tokens.size() > kDateTokens || !are_known(tokens) ||
      !has_number_or_is_short(tokens)) {
    return tl::unexpected<std::string_view>("is no date");
  }
  Read reading = read_in(tokens, known_language(rules), rules, seen_at);
  if (!reading && known && names_a_year(tokens)) tokens = lex_known_date(text, {WordBooks::kWorld});
  if (!reading && (!known || names_a_year(tokens))) {
    reading = read_in_any(tokens, rules, seen_at, reading.error());
  }
  if (!reading) return tl::unexpected<std::string_view>(reading.error().reason);
  return found_in(text, *reading, 0);
}

}  // namespace

Result<FoundDate> read_date(std::string_view text, const DateRules& rules, Moment seen_at) {
  auto found = date_or_reason(text, rules, seen_at);
  return found ? Result<FoundDate>(std::move(*found)) : no_date(text, found.error());
}

std::optional<FoundDate> whole_date(std::string_view text, const DateRules& rules, Moment seen_at) {
  auto found = date_or_reason(text, rules, seen_at);
  return found ? std::optional(std::move(*found)) : std::nullopt;
}

bool may_be_date(std::string_view text, const DateRules& rules) {
  return !rules.patterns.empty() || (text.size() <= kDateBytes && !is_prose(text));
}

bool may_have_date_at_end(std::string_view line, const DateRules& rules) {
  return !rules.patterns.empty() || may_end_in_date(line, books_for(rules));
}

std::optional<FoundDate> date_at_end(std::string_view line, const DateRules& rules, Moment seen_at) {
  if (auto found = date_by_pattern(line, rules, seen_at);
      found && found->begin + found->text.size() == line.size()) {
    return found;
  }
  return Endings(line, rules, seen_at).date();
}

std::string_view unclear_date_at_end(std::string_view line, const DateRules& rules, Moment seen_at) {
  return may_be_digits(line) ? Endings(line, rules, seen_at).unclear() : std::string_view{};
}

std::string_view coarse_age_at_end(std::string_view line, const DateRules& rules, Moment seen_at) {
  return Endings(line, rules, seen_at).coarse_age();
}

Result<FoundDate> read_datetime_attribute(std::string_view value) {
  const std::string text(value);
  if (parse_moment(value)) return FoundDate{text, text, 0};
  const Result<Moment> day = parse_moment(text.substr(0, 10) + "T00:00:00Z");
  if (!day || value.size() < 10) return no_date(value, "is no datetime of HTML");
  return FoundDate{text.substr(0, 10), text, 0};
}

}  // namespace dekko
