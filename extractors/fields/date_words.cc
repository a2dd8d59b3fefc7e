#include "extractors/fields/date_words.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <vector>

#include "extractors/fields/date_word_rows.h"
#include "extractors/fields/word_book.h"
#include "extractors/fields/word_table.h"
#include "extractors/fields/world_words.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

void add_row(const WordRow& row, WordBook& book) {
  const int language = language_index(row.language);
  std::string_view rest = row.words;
  for (int value = row.value; !rest.empty() && language >= 0; value += row.step) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    if (!word.empty()) book.add(word, row.role, value, static_cast<size_t>(language));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
}

std::array<std::span<const WordRow>, 3> own_tables() {
  return {english_words(), world_words_a_to_i(), world_words_j_to_z()};
}

WordBook own_book() {
  WordBook book;
  for (const std::span<const WordRow> table : own_tables()) {
    for (const WordRow& row : table) add_row(row, book);
  }
  return book;
}

const WordTable& dekkos_words() {
  static const WordBook kBook = own_book();
  static const WordTable kTable = [] {
    WordTable table;
    for (const auto& [key, meanings] : kBook.words()) table.add(key, meanings);
    table.settle();
    return table;
  }();
  return kTable;
}

LanguageSet languages_of_tables() {
  LanguageSet languages;
  for (const std::span<const WordRow> table : own_tables()) {
    for (const WordRow& row : table) {
      if (const int language = language_index(row.language); language >= 0) languages.set(size_t(language));
    }
  }
  return languages;
}

struct LanguageBook {
  WordTable words, beginnings;
};

LanguageBook book_of_language(int language) {
  const WorldWords& world = world_words();
  const auto index = static_cast<size_t>(language);
  return {world.words.of_language(index), world.beginnings.of_language(index)};
}

// Made when first asked for.
const LanguageBook& book_of(int language) {
  static std::array<std::once_flag, LanguageSet{}.size()> made;
  static std::array<std::unique_ptr<LanguageBook>, LanguageSet{}.size()> books;
  const auto at = static_cast<size_t>(language);
  std::call_once(made[at], [at, language] {
    books[at] = std::make_unique<LanguageBook>(book_of_language(language));
  });
  return *books[at];
}

const WordTable& words_of(int language) {
  return language < 0 ? world_words().words : book_of(language).words;
}

const WordTable& beginnings_of(int language) {
  return language < 0 ? world_words().beginnings : book_of(language).beginnings;
}

}  // namespace

namespace {
int looked_up_language(std::string_view tag) {
  std::string language = fold_key(tag.substr(0, tag.find_first_of("-_")));
  if (language == "tl") language = "fil";
  if (language == "nb") language = "no";
  const auto& all = date_languages();
  const auto found = std::lower_bound(all.begin(), all.end(), language);
  return found != all.end() && *found == language ? static_cast<int>(found - all.begin()) : -1;
}
}  // namespace

// A page is of one language.
int language_index(std::string_view tag) {
  thread_local std::string last_tag;
  thread_local int last = looked_up_language("");
  if (tag != last_tag) {
    last = looked_up_language(tag);
    last_tag = tag;
  }
  return last;
}

int english_index() {
  static const int kIndex = language_index("en");
  return kIndex;
}

const LanguageSet& leading_languages() {
  static const LanguageSet kLanguages = languages_of_tables();
  return kLanguages;
}

const std::vector<std::string>& date_languages() {
  return world_words().languages;
}

RoleSet roles_of(std::span<const Meaning> meanings) {
  RoleSet roles = 0;
  for (const Meaning& meaning : meanings) roles |= role_bit(meaning.role);
  return roles;
}

std::span<const Meaning> own_meanings(std::string_view key) {
  return dekkos_words().find(key);
}

std::span<const Meaning> calendar_meanings(std::string_view key, int language) {
  return words_of(language).find(key);
}

std::span<const Meaning> shortened_meanings(std::string_view key, int language) {
  return beginnings_of(language).find(key);
}

bool begins_name(std::string_view key, int language) {
  const bool is_known = language != WordBooks::kOwn && words_of(language).begins_name(key);
  return is_known || dekkos_words().begins_name(key);
}

bool ends_name(std::string_view key, int language) {
  const bool is_known = language != WordBooks::kOwn && words_of(language).ends_name(key);
  return is_known || dekkos_words().ends_name(key);
}

}  // namespace dekko
