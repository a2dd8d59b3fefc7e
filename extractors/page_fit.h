// Whether a page looks like its listing has looked so far. There is nothing to set: what is usual is what the
// listing's own earlier pages show, and what is told is only what chance does not bring about.
#pragma once

#include <string_view>
#include <vector>

#include "core/page.h"
#include "core/page_shape.h"

namespace dekko {

inline constexpr std::string_view kUnlikeBefore = "unlike_before";  // reason of its problems

// Each field that vanished, number of cards, length of texts, order of dates and share of known items that
// does not fit, as a problem of the page: "98 % until 2026-11-20, now 0 %". Empty for a page that fits and
// for one that there is nothing to hold against.
//
// past: of earlier runs, read the same way, the latest first. Only pages near this one count (deep in an
// archive cards may show less), and only where the listing was seen to this depth before. known: those of the
// page's items that the listing showed before, as it showed them last.
std::vector<Problem> misfits(const Page& page, const PageShape& now, const std::vector<PageShape>& past,
                             const std::vector<Card>& known);

// What is gone from a page on which the profile's selectors find no card.
Problem vanished_cards(const std::vector<PageShape>& past);

}  // namespace dekko
