// The link that stands for a card, where only the card is known.
#pragma once

#include "core/url.h"
#include "extractors/find/blocks.h"

namespace dekko {

// Fills in title and address: the heading's link, else the link with the longest text, else a picture's.
// Leaves both empty where the block links nowhere.
void find_main_link(Block& block, const Url& base);

}  // namespace dekko
