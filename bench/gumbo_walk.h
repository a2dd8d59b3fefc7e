// The yardstick: what a careful programmer writes in an afternoon over Gumbo's C interface for one known
// mark-up. Parse, one recursive walk that copies the fields out, destroy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko::bench {

struct WalkedCard {
  std::string url, headline, dek, kind, published, published_text, image;
  std::vector<std::string> bylines;
};

// `html` is a page of listing_pages.h.
std::vector<WalkedCard> gumbo_walk(std::string_view html);

// gumbo_parse and gumbo_destroy_output alone; the number of the document's children keeps the optimiser
// honest.
unsigned gumbo_parse_only(std::string_view html);

}  // namespace dekko::bench
