// The cards of a page whose mark-up a profile knows.
#pragma once

#include <string>
#include <vector>

#include "core/page.h"
#include "extractors/find/blocks.h"
#include "extractors/find/card_rules.h"
#include "extractors/html/document.h"
#include "extractors/sites/profile.h"

namespace dekko {

// Which selector gave a value, for whoever wants to know why: position 0 is the page.
struct FoundBy {
  int position = 0;
  std::string field;
  std::string selector;
};

// One block for each match of the first of profile.cards that finds any, with the address where a selector
// gives it; at most limits::kCards + 1. A match inside another is part of that card. `by`: that selector's
// text.
std::vector<Block> select_blocks(Node body, const Profile& profile, const Url& base, std::string& by);

// Whether nothing of a card is left to be told by its shape.
bool names_every_field(const Profile& profile);

// What the profile's selectors say of each card takes the place of what its shape said; a field with
// selectors that find nothing is empty. `cards` and `blocks` are of equal length.
// `found` may be null.
void read_selected_fields(std::vector<Card>& cards, const std::vector<Block>& blocks, const Profile& profile,
                          const CardRules& rules, std::vector<FoundBy>* found);

}  // namespace dekko
