// The rules of the house that can be read off a file's name and text.
#pragma once

#include "tests/house/tree.h"

namespace dekko::house {

// Code has nothing that cannot be seen (tests apart), in files of at most kMostLines named by a noun; each header has #pragma once;
// no file puts work off, names a path of one machine or the host of a package registry, or (tests apart)
// reaches outside the checkout. No script pipes into a reader that stops before the end: what writes then dies of
// it, and the pipe fails though the reader found what it sought.
inline constexpr size_t kMostLines = 350;
Faults habit_faults(const Tree& tree);

}  // namespace dekko::house
