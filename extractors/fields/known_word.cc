#include "extractors/fields/known_word.h"

#include <array>
#include <string>

#include "core/text_hash.h"
namespace dekko {

namespace {

constexpr size_t kKeptWords = 4'096;
constexpr size_t kKeptOctets = 32;
constexpr size_t kLanguages = 8;  // of one thread's pages by turns: 8 x 4,096 words of 0.1 KiB, 3 MiB

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

struct Memory {
  int language = WordBooks::kOwn;
  TextMap<KnownWord> words;
};

}  // namespace

KnownWord known_word(std::string_view word, WordBooks books) {
  thread_local std::array<Memory, kLanguages> memories;
  if (word.size() > kKeptOctets) return looked_up(word, books.language);
  Memory& memory = memories[static_cast<size_t>(books.language - WordBooks::kOwn) % kLanguages];
  if (memory.language != books.language || memory.words.size() == kKeptWords) memory.words.clear();
  memory.language = books.language;
  if (const auto found = memory.words.find(word); found != memory.words.end()) return found->second;
  return memory.words.emplace(word, looked_up(word, books.language)).first->second;
}

}  // namespace dekko
