#include "extractors/fields/dates.h"

#include <set>

#include "core/limits.h"
#include "extractors/fields/date_reading.h"
#include "extractors/text/calendar_names.h"

namespace dekko {

namespace {

constexpr size_t kDateBytes = 200;   // the longest form with labels, weekday, time and zone is below 100
constexpr size_t kDateTokens = 40;   // of such a form

using Tokens = std::span<const DateToken>;

struct Reading {
  std::string value;
  size_t begin = 0, end = 0;
};

tl::expected<Reading, NoDate> read_in(Tokens tokens, int language, const DateRules& rules, Moment seen_at) {
  const auto parts = parse_date(tokens, language);
  if (!parts) return tl::unexpected(parts.error());
  auto value = value_of(*parts, rules, seen_at);
  if (!value) return tl::unexpected(value.error());
  return Reading{std::move(*value), parts->begin, parts->end};
}

// The languages in which any word of the line means something.
LanguageSet languages_of(Tokens tokens) {
  LanguageSet languages;
  for (const DateToken& token : tokens) {
    for (const auto meanings : {token.own, token.calendar}) {
      for (const Meaning& meaning : meanings) languages |= meaning.languages;
    }
  }
  return languages;
}

// In the language that is known; else in any, if all that can read it say the same.
tl::expected<Reading, NoDate> read_tokens(Tokens tokens, const DateRules& rules, Moment seen_at) {
  const int known = language_index(rules.language);
  tl::expected<Reading, NoDate> found = read_in(tokens, known >= 0 ? known : english_index(), rules, seen_at);
  if (found || known >= 0) return found;
  const LanguageSet languages = languages_of(tokens);
  std::set<std::string> values;
  for (size_t i = 0; i < languages.size(); ++i) {
    if (!languages.test(i)) continue;
    DateRules in_language = rules;
    in_language.language = calendar_languages()[i];
    auto reading = read_in(tokens, static_cast<int>(i), in_language, seen_at);
    if (!reading) continue;
    values.insert(reading->value);
    found = std::move(reading);
  }
  if (values.size() > 1) return tl::unexpected(NoDate{"means different days in different languages"});
  return found;
}

WordBooks books_for(const DateRules& rules) {
  const int known = language_index(rules.language);
  return {known >= 0 ? known : WordBooks::kWorld};
}

Error no_date(std::string_view text, std::string_view reason) {
  return Error{ErrorCode::kInvalid, std::string(text.substr(0, limits::kExcerptBytes)), std::string(reason)};
}

}  // namespace

Result<FoundDate> read_date(std::string_view text, const DateRules& rules, Moment seen_at) {
  if (text.size() > kDateBytes) return no_date(text, "is too long for a date");
  const std::vector<DateToken> tokens = lex_date(text, books_for(rules));
  if (tokens.empty() || tokens.size() > kDateTokens) return no_date(text, "is no date");
  const auto reading = read_tokens(tokens, rules, seen_at);
  if (!reading) return no_date(text, reading.error().reason);
  return FoundDate{reading->value, std::string(text.substr(reading->begin, reading->end - reading->begin)),
                   reading->begin};
}

std::optional<FoundDate> date_at_end(std::string_view line, const DateRules& rules, Moment seen_at) {
  const size_t cut = line.size() > kDateBytes ? line.size() - kDateBytes : 0;
  size_t begin = cut;
  while (begin > 0 && begin < line.size() && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80) ++begin;
  const std::string_view tail = line.substr(begin);
  const std::vector<DateToken> tokens = lex_date(tail, books_for(rules));
  const size_t first = tokens.size() > kDateTokens ? tokens.size() - kDateTokens : 0;
  // The longest ending that is a date, beginning with what says something.
  for (size_t at = first; at < tokens.size(); ++at) {
    const auto reading = read_tokens(Tokens(tokens).subspan(at), rules, seen_at);
    if (!reading || reading->begin != tokens[at].begin) continue;
    return FoundDate{reading->value, std::string(tail.substr(reading->begin, reading->end - reading->begin)),
                     begin + reading->begin};
  }
  return std::nullopt;
}

Result<FoundDate> read_datetime_attribute(std::string_view value) {
  const std::string text(value);
  if (parse_moment(value)) return FoundDate{text, text, 0};
  const Result<Moment> day = parse_moment(text.substr(0, 10) + "T00:00:00Z");
  if (!day || value.size() < 10) return no_date(value, "is no datetime of HTML");
  return FoundDate{text.substr(0, 10), text, 0};
}

}  // namespace dekko
