// Listings whose pages are named by the card that they begin with: ?start=20 is the third page of ten cards.
// How many cards that are only two such names tell, or one of a page whose number is known.
#pragma once

#include <optional>
#include <string>

#include "core/page_address.h"

namespace dekko {

struct Offset {
  PageAddress names;  // of the listing; its step is not known yet
  int value = 0;
};

// Nothing where the address is not the listing's own with one parameter more, or another in its place, that
// goes by a name for such offsets and is a number up to limits::kPages * kLargestStep.
std::optional<Offset> read_offset(const Url& url, const PageAddress& listing);

// How pages are named where one offset begins page k and another page l > k. Nothing where no whole number of
// cards lies between, or page 1 would not begin with card 0 or 1.
std::optional<PageAddress> named_by(const Offset& one, int k, const Offset& other, int l);
// The same from one alone: nothing where page k might begin there by more than one reading.
std::optional<PageAddress> named_by(const Offset& one, int k);

// The page that begins there; nothing where none does.
std::optional<int> page_at(const Offset& offset, const PageAddress& names);

}  // namespace dekko
