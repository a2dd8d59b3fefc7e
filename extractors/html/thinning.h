// A page as short as Gumbo may read it: every stretch that cannot change the shape of the tree by a stand-in.
#pragma once

#include <string>
#include <string_view>

#include "extractors/html/stand_ins.h"

namespace dekko {

struct Thinned {
  std::string text;
  StandIns stand_ins;
};

// Reads the page by the tokenizer's rules (WHATWG HTML section 13.2.5) in one pass. What it cannot know
// without a tree (plaintext, math, CDATA, HTML inside svg, scripts inside scripts) ends the thinning there:
// the rest goes in as it is. Whether it read as Gumbo did shows when the stretches are put back
// (restoring.h).
Thinned thin(std::string_view page);

}  // namespace dekko
