// The parts of each card, told by their shape: which words are the title, the kicker, the dek, who and when.
#pragma once

#include <vector>

#include "core/page.h"
#include "extractors/find/blocks.h"
#include "extractors/find/card_rules.h"

namespace dekko {

// One card for each block, in order, positions from 1. What a block does not show stays empty; nothing is
// guessed. A block without an address gets that of its own main link: the heading's, else the longest, else a
// picture's. Texts over limits::kFieldBytes are left out with a problem. Cards are read together: what
// several say word for word is a label, and a lone word beside a date is a name where other cards have names
// there, or where the topic stands elsewhere in most of them.
std::vector<Card> read_cards(std::vector<Block> blocks, const CardRules& rules);

}  // namespace dekko
