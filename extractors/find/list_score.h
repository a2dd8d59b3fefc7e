// How much a list of regions looks like a page's own listing.
#pragma once

#include "extractors/find/regions.h"

namespace dekko {

struct ListScore {
  double total = 0;      // compares lists
  double a_card = 0;     // the mean, compares cards
  double prose = 0;      // octets a card beside its title, the mean
  double dated = 0;      // the share of cards that show a date
  double pictured = 0;   // the share of cards with an image
  bool distinct = true;  // titles differ; "Read more" does not
};

ListScore score_of(const Outline& outline, const RegionList& list);

// Whether it can be a listing at all: enough cards for what they show.
bool may_be_listing(const Outline& outline, const RegionList& list, const ListScore& score);

// Whether it can be one whose links all say "Read more" beside titles that are no links: every card shows a
// picture or a paragraph, and they differ.
bool may_be_unlinked_titles(const Outline& outline, const RegionList& list, const ListScore& score);

// Whether the words over the list say that it is another: "Most read".
bool is_sidebar(const Outline& outline, const RegionList& list);

}  // namespace dekko
