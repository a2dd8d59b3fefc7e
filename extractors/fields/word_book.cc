#include "extractors/fields/word_book.h"

#include <algorithm>

#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

bool is_initial(const std::string& key) {
  const CodePoint first = code_point_at(key, 0);
  return first.size == key.size() && !is_unspaced(first.value);
}

}  // namespace

std::string word_key(std::string_view word) {
  std::string key = fold_key(word);
  std::erase(key, '.');
  for (const std::string_view stop : {"\u0970", "\u05F3"}) {
    for (size_t at = key.find(stop); at != key.npos; at = key.find(stop)) key.erase(at, stop.size());
  }
  return key;
}

void WordBook::add(std::string_view word, WordRole role, int value, size_t language) {
  std::string key = word_key(word);
  // One letter is an abbreviation of too much; one ideograph is a word.
  const bool is_name = role == WordRole::kMonth || role == WordRole::kWeekday;
  if (key.empty() || (is_name && is_initial(key))) return;
  if (role == WordRole::kDayPart && key.size() == 1) return;
  std::vector<Meaning>& meanings = words_[std::move(key)];
  const auto same = [&](const Meaning& m) { return m.role == role && m.value == value; };
  auto found = std::find_if(meanings.begin(), meanings.end(), same);
  if (found == meanings.end()) found = meanings.insert(found, {role, value, {}});
  found->languages.set(language);
}

}  // namespace dekko
