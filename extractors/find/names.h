// Telling a line of names from a line of prose. A date ends both: only the first is a byline.
#pragma once

#include <string_view>

#include "extractors/fields/bylines.h"

namespace dekko {

// Whether every part between separators could be a person or a house: one to five words, each with a capital
// or in a script that has none, no digits, nothing that ends a sentence. True for doubled and glued names,
// false for nothing.
bool reads_as_names(std::string_view text, const BylineRules& rules);

// "By Jane Doe": a prefix of the rules stands before it.
bool has_byline_prefix(std::string_view text, const BylineRules& rules);

}  // namespace dekko
