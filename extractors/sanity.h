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
// stay as on the page.
//
// A page that is not a listing begins its problems with the reason: field "status" and "http_error", or field
// "verdict" and what stands in its place, with the words or the mark that tell it ("login", "Log in |
// Example"). It has no cards; nor has an empty one, whose cards are what the site offers instead. A page on
// which the profile's selectors find nothing, or no card with a link and a headline, is unrecognized; the
// cards that it seems to have by its shape stay on it for a person to look at. At most limits::kProblems are
// kept, the last then tells how many there were.
void judge(Page& page, const PageSigns& signs, Moment seen_at);

}  // namespace dekko
