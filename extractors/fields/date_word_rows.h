// dekko's own words for dates as rows of data. One row: words of one language that differ by their value.
#pragma once

#include <span>

#include "extractors/fields/date_words.h"
#include "extractors/text/calendar_names.h"

namespace dekko {

// words: separated by "|"; the first has `value`, each further one `step` more (0: all mean the same).
struct WordRow {
  std::string_view language;
  WordRole role;
  int value;
  int step;
  std::string_view words;
};

std::span<const WordRow> english_words();  // known to every language, for sites mix them in
// Spellings, short forms and marks that CLDR does not have, by language tag.
std::span<const WordRow> world_words_a_to_i();
std::span<const WordRow> world_words_j_to_z();

}  // namespace dekko
