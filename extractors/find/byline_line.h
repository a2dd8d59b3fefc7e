// The line of a card that says who and when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/find/card_rules.h"
#include "extractors/find/lines.h"

namespace dekko {

// What stands on the date's line or beside it, and nothing but its place says that it is somebody's name.
enum class BesideDate {
  kNothing,
  kNames,      // "Jin Park"
  kLoneWords,  // each alone, "Jin" or "Politics"; names only by CardRules::lone_words
};

struct Byline {
  std::optional<FoundDate> date;
  std::vector<Author> authors;
  std::vector<size_t> lines;    // which lines say it
  std::string label = {};       // what leads up to the title on the date's line, and is nobody's name
  std::string unreadable = {};  // a <time> that says no date
  BesideDate beside_date = BesideDate::kNothing;
};

// `taken[i]`: line i is the title's and says neither. `body`: the title's line. The byline is the line with a
// <time> or one that ends in a date with nothing but names before it, so that a dek that ends in a date stays
// a dek; the names are on it or on the line beside it. Without a date, only what says that it is a byline is
// one: "By", an author's link, the avatar's alt. The same is asked of names beside a date above the title,
// where most sites have the topic.
Byline find_byline(const CardLines& card, const std::vector<bool>& taken, size_t body,
                   const CardRules& rules);

}  // namespace dekko
