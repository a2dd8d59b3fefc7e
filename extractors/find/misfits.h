// What stands among a listing's cards and is none: an advertisement in a card's clothes, a link of the page's
// frame right below the list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/find/regions.h"

namespace dekko {

struct Misfit {
  Region region;
  std::string_view why;  // in words, for a person
};

// Takes them out of a list whose cards are on the listing's own site. Only a list that shows what a card of
// it has can tell: nothing is taken from fewer than four regions, nor where more than a third would go.
std::vector<Misfit> take_misfits(const Outline& outline, RegionList& list);

}  // namespace dekko
