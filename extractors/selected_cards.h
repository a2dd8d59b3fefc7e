// The cards of a page whose mark-up a profile knows.
#pragma once

#include <vector>

#include "core/page.h"
#include "extractors/find/blocks.h"
#include "extractors/find/card_rules.h"
#include "extractors/html/document.h"
#include "extractors/sites/profile.h"

namespace dekko {

// One block for each match of the first of profile.cards that finds any, with the address where a selector
// gives it.
std::vector<Block> select_blocks(Node body, const Profile& profile, const Url& base);

// What the profile's selectors say of each card takes the place of what its shape said; a field with
// selectors that find nothing is empty. `cards` and `blocks` are of equal length.
void read_selected_fields(std::vector<Card>& cards, const std::vector<Block>& blocks, const Profile& profile,
                          const CardRules& rules);

// The value of the first selector of a page's or card's field that finds something in `scope`, collapsed.
std::optional<std::string> selected_text(Node scope, const Profile& profile, std::string_view field);

// The nodes it finds there, with the selector that found them; null if none does.
struct Selected {
  const Selector* selector = nullptr;
  std::vector<Node> nodes = {};
};
Selected select_field(Node scope, const Profile& profile, std::string_view field);

}  // namespace dekko
