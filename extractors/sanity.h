// The gate between what was read and what is believed: is this the listing at all, and which of its cards are
// cards. Nothing is dropped in silence: each thing set aside is a problem with a reason.
#pragma once

#include "core/moment.h"
#include "core/page.h"
#include "extractors/page_signs.h"

namespace dekko {

// Sets the verdict and cleans the cards. Set aside as problems of the page: cards "without_link",
// "without_headline" and "repeated" (the address stood further up). Taken off a card, as a problem of that
// card: a date "in_the_future", more than a day after `seen_at` (the day of a zone ahead of UTC). Positions
// stay as on the page. What is not the listing has no cards: an HTTP error page, or one that asks for a
// password. At most limits::kProblems are kept, the last then tells how many there were.
void judge(Page& page, const PageSigns& signs, Moment seen_at);

}  // namespace dekko
