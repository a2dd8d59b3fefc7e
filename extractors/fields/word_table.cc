#include "extractors/fields/word_table.h"

#include <algorithm>

namespace dekko {

namespace {

void sort_once(std::vector<std::string_view>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

WordFilter filter_of(const std::vector<std::string_view>& words) {
  WordFilter filter(words.size());
  for (const std::string_view word : words) filter.add(word);
  return filter;
}

}  // namespace

void WordTable::add(std::string_view key, std::span<const Meaning> meanings) {
  static constexpr std::string_view kJoiners = " -'";
  rows_.push_back({key, static_cast<uint32_t>(meanings_.size()), static_cast<uint32_t>(meanings.size())});
  meanings_.insert(meanings_.end(), meanings.begin(), meanings.end());
  const size_t first = key.find_first_of(kJoiners);
  if (first == key.npos) return;
  first_words_.push_back(key.substr(0, first));
  last_words_.push_back(key.substr(key.find_last_of(kJoiners) + 1));
}

void WordTable::settle() {
  sort_once(first_words_);
  sort_once(last_words_);
  firsts_ = filter_of(first_words_);
  lasts_ = filter_of(last_words_);
  keys_ = WordFilter(rows_.size());
  for (const Row& row : rows_) keys_.add(row.key);
}

std::span<const Meaning> WordTable::find(std::string_view key) const {
  if (!keys_.may_have(key)) return {};
  const auto before = [](const Row& row, std::string_view wanted) { return row.key < wanted; };
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), key, before);
  if (found == rows_.end() || found->key != key) return {};
  return std::span(meanings_).subspan(found->begin, found->count);
}

bool WordTable::begins_name(std::string_view word) const {
  return firsts_.may_have(word) && std::binary_search(first_words_.begin(), first_words_.end(), word);
}

bool WordTable::ends_name(std::string_view word) const {
  return lasts_.may_have(word) && std::binary_search(last_words_.begin(), last_words_.end(), word);
}

WordTable WordTable::of_language(size_t language) const {
  WordTable table;
  for (const Row& row : rows_) {
    std::vector<Meaning> meanings;
    for (Meaning meaning : std::span(meanings_).subspan(row.begin, row.count)) {
      if (!meaning.languages.test(language)) continue;
      meaning.languages.reset();
      meaning.languages.set(language);
      meanings.push_back(meaning);
    }
    if (!meanings.empty()) table.add(row.key, meanings);
  }
  table.settle();
  return table;
}

}  // namespace dekko
