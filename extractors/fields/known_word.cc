#include "extractors/fields/known_word.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace dekko {

namespace {

constexpr size_t kKeptWords = 4'096;
constexpr size_t kKeptOctets = 32;

KnownWord looked_up(std::string_view word, int language) {
  const std::string key = word_key(word);
  KnownWord known{.own = own_meanings(key),
                  .begins_name = begins_name(key, language),
                  .ends_name = ends_name(key, language)};
  if (language == WordBooks::kOwn) return known;
  known.calendar = calendar_meanings(key, language);
  if (!known.has_meaning()) known.shortened = shortened_meanings(key, language);
  return known;
}

struct ViewHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace

KnownWord known_word(std::string_view word, WordBooks books) {
  thread_local std::unordered_map<std::string, KnownWord, ViewHash, std::equal_to<>> kept;
  thread_local int kept_language = WordBooks::kOwn;
  if (word.size() > kKeptOctets) return looked_up(word, books.language);
  if (kept_language != books.language || kept.size() == kKeptWords) kept.clear();
  kept_language = books.language;
  if (const auto found = kept.find(word); found != kept.end()) return found->second;
  return kept.emplace(word, looked_up(word, books.language)).first->second;
}

}  // namespace dekko
