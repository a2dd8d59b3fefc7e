// One name, one type: two rooms that each define a dekko::Reading link without a word, and one's destructor
// then runs on the other's object (C++20 [basic.def.odr]). The compiler sees one file at a time; this sees
// them all.
#pragma once

#include "tests/house/tree.h"

namespace dekko::house {

// Types that two files of the product define in the same namespace. What stands in an unnamed namespace or
// inside a class is its file's own. Relies on the layout that clang-format gives: both start in the first
// column.
Faults name_faults(const Tree& tree);

}  // namespace dekko::house
