// "<h3><span class=kicker>News</span> Two cranes go</h3>": a kicker in the title's own heading.
#pragma once

#include <cstddef>

#include "extractors/find/lines.h"

namespace dekko {

// How many of a heading's first pieces are its kicker, told by the name of their element; 0 for none, and
// where nothing else would be left.
size_t heading_kicker(const Line& line);

}  // namespace dekko
