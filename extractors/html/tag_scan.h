// A look at the page before Gumbo has it, for the one thing that must be refused beforehand: tags with so
// many attributes that comparing them all would take minutes.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/result.h"

namespace dekko {

// What is between "<" and its ">" (WHATWG HTML section 13.2.5.8 to 13.2.5.40), read as the tokenizer reads a
// tag.
struct TagExtent {
  size_t end = 0;  // after ">", or the end of the page
  size_t attributes = 0;
};
TagExtent scan_tag(std::string_view page, size_t begin);  // at "<" and a letter, or "</" and a letter

// kLimit for pages over limits::kAttributeSteps or limits::kTagScans; otherwise the steps spent. Whether a
// "<" starts a tag depends on the tree (a comment, a script, a script in an svg), so each one is taken for a
// tag that could be.
Result<size_t> count_attribute_steps(std::string_view page);

}  // namespace dekko
