// The character references of which thinning knows what Gumbo makes (WHATWG HTML section 13.2.5.72 to 80).
#pragma once

#include <cstddef>
#include <string_view>

namespace dekko {

// In an attribute's value "&" before "name=" is no reference.
enum class RefersIn { kText, kValue };

// Where in `text` the first "&" stands that only Gumbo can tell; npos where there is none.
size_t find_untold_reference(std::string_view text, RefersIn place);

// Puts the characters in place of the references, none of which may be untold. The new size, never more than
// `size`.
size_t resolve_references(char* text, size_t size, RefersIn place);

}  // namespace dekko
