#include "extractors/fields/known_word.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text_hash.h"
namespace dekko {

namespace {

constexpr size_t kKeptWords = 4'096;
constexpr size_t kKeptOctets = 32;
constexpr size_t kLanguages = 8;  // of one thread's pages by turns: 8 x 4,096 words of 0.1 KiB, 3 MiB
constexpr int kNoLanguage = WordBooks::kOwn - 1;

KnownWord looked_up(std::string_view word, int language) {
  const std::string key = word_key(word);
  KnownWord known{.own = own_meanings(key),
                  .begins_name = begins_name(key, language),
                  .ends_name = ends_name(key, language)};
  if (language != WordBooks::kOwn) known.calendar = calendar_meanings(key, language);
  known.roles = roles_of(known.own) | roles_of(known.calendar);
  if (language != WordBooks::kOwn && !known.has_meaning())
    known.shortened = shortened_meanings(key, language);
  return known;
}

struct Memory {
  int language = kNoLanguage;
  TextMap<KnownWord> words;
};

// A language keeps its place until eight others have come.
class Memories {
 public:
  Memory& of(int language) {
    if (memories_[last_].language == language) return memories_[last_];
    const auto same = [language](const Memory& memory) { return memory.language == language; };
    const auto found = std::find_if(memories_.begin(), memories_.end(), same);
    last_ = static_cast<size_t>(found - memories_.begin());
    if (found == memories_.end()) replace(last_ = next_++ % kLanguages, language);
    return memories_[last_];
  }

 private:
  void replace(size_t at, int language) {
    memories_[at].language = language;
    memories_[at].words.clear();
  }

  std::array<Memory, kLanguages> memories_;
  size_t last_ = 0, next_ = 0;
};

}  // namespace

KnownWord known_word(std::string_view word, WordBooks books) {
  thread_local Memories memories;
  if (word.size() > kKeptOctets) return looked_up(word, books.language);
  TextMap<KnownWord>& words = memories.of(books.language).words;
  if (const auto found = words.find(word); found != words.end()) return found->second;
  if (words.size() == kKeptWords) words.clear();
  return words.emplace(word, looked_up(word, books.language)).first->second;
}

}  // namespace dekko
