// The language of an element, and whether it is in a range of languages.
#pragma once

#include <gumbo.h>

#include <string_view>

namespace dekko::css {

// WHATWG HTML section 3.2.6.1, as far as attributes say: lang of the nearest element that has one. Empty if
// it is not known; neither the meta element nor the header Content-Language is asked.
std::string_view language_of(const GumboNode* element);

// RFC 4647 section 3.3.2, extended filtering, as Selectors 4 section 7.2 asks for it: the first subtag may
// also be
// "*", and an empty range matches what is not known. `range` is in lower case.
bool is_in_range(std::string_view language, std::string_view range);

}  // namespace dekko::css
