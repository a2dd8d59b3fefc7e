// The line of a card that says when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/find/card_rules.h"
#include "extractors/find/line_names.h"
#include "extractors/find/lines.h"

namespace dekko {

struct DatedLine {
  // How surely the line is the card's date line.
  enum class Trust { kPiece, kWhole, kElement };

  size_t line = 0;
  FoundDate date;    // without a value where the text does not tell day from month
  Names names;       // on the same line
  std::string rest;  // what else is on it, whatever it says
  Trust trust = Trust::kPiece;
};

// The first line with a readable <time>; else the last that is a date or ends in one with nothing but names
// before it; else one with an element that is a date. Lines with taken[i] are passed over. `unreadable` gets
// the text of a <time> that says no date, where no other does.
std::optional<DatedLine> find_dated_line(const CardLines& card, const std::vector<bool>& taken,
                                         const CardRules& rules, std::string& unreadable);

// A byline that stands on one line with what is before it, all in inline elements (style sheets make such
// elements lines of their own), gets a line of its own, and so does a kicker in the title's heading.
void part_lines(CardLines& card, const CardRules& rules);

}  // namespace dekko
