// Where a card shows its title, and in which words.
#pragma once

#include <string>
#include <vector>

#include "extractors/find/labels.h"
#include "extractors/find/lines.h"

namespace dekko {

struct TitleCopies {
  std::vector<std::string> texts;  // in order of trust: heading, link texts, image alts, title attributes
  std::vector<size_t> lines;       // which lines are copies, ascending
  // Lines before this one lead up to the title: a kicker stands there.
  size_t body = 0;
};

// Other things that the card's link carries (a dek, "3 comments") and alts that describe a picture are no
// copies: a copy shares most of its words with the title.
TitleCopies find_title(const CardLines& card, const Labels& labels);

}  // namespace dekko
