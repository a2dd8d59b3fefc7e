// One title for each item of a list, where items hold several links that could be it.
#pragma once

#include "extractors/find/title_links.h"

namespace dekko {

// Brand and product, notice and agenda: where most items (<li>, <article>; <tr> where the links say the same in every
// row) hold several links of the family, the longest of each item stays, of equals the first. Other families are left
// alone.
void keep_one_an_item(const Outline& outline, LinkFamily& family);

}  // namespace dekko
