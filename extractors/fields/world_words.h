// CLDR's words for dates in every language, gathered when dekko is built (world_words_main.cc): asking ICU for them
// takes a third of a second, and a program that reads one page has no use for that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/fields/word_table.h"

namespace dekko {

struct WorldWords {
  std::vector<std::string> languages;  // what indexes in LanguageSet mean; sorted
  WordTable words;
  WordTable beginnings;  // of months' names: shortened_meanings
};

// Read on first use, kept for the life of the process.
const WorldWords& world_words();

// The languages' tags; then a line for each word, "key TAB role,value,language.language TAB ...", by key; an empty
// line; and the same for beginnings.
extern const std::string_view kWorldWords;

}  // namespace dekko
