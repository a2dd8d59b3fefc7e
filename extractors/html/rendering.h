// What the standard's style sheet (WHATWG HTML section 15.3) says of an element, as far as text depends on
// it.
#pragma once

#include <gumbo.h>

namespace dekko {

// display: none, for the element itself; contents that browsers replace (video, canvas, iframe) count as not
// shown.
bool is_never_shown(const GumboNode* element);

// The attributes hidden and style (display: none, visibility: hidden).
bool is_hidden_by_attribute(const GumboNode* element);

// A box of its own: blocks, list items, table rows and also cells.
bool starts_new_line(const GumboNode* element);

// h1 to h6.
bool is_heading_element(const GumboNode* element);

// span, b, em and their like, and picture, which is as inline as the image in it.
bool only_changes_letters(const GumboNode* element);

}  // namespace dekko
