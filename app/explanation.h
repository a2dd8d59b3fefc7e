// Why these cards and not others, in words.
#pragma once

#include <string>

#include "core/page.h"
#include "extractors/extract.h"

namespace dekko {

// A line for each group of links that was weighed on a page whose cards are found by their shape; for others,
// the selector that found them.
std::string explained(const Page& page, const ExtractTrace& trace);

// The first cards of a page, a line each: number, date, headline, names.
std::string card_table(const Page& page);

}  // namespace dekko
