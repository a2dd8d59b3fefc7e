// Where a page stands in its listing, by what it shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/page_address.h"
#include "core/url.h"
#include "extractors/find/outline.h"

namespace dekko {

struct Pager {
  std::optional<int> current;       // the number that is marked by not being a link
  std::optional<int> page_count;    // the largest number shown
  std::optional<std::string> next;  // absolute; none on the last page
};

struct PagerRules {
  const Url& base;                        // must outlive this
  const PageAddress& self;                // must outlive this
  const std::vector<std::string>& noise;  // query parameters that tell nothing; must outlive this
};

// Reads "1 2 3 4 113", rel=next and "Older posts" in `outline` (the body, or the part of it that a profile
// calls the pager) and `head` (may be null). A number counts where its link leads to that page of this
// listing; a row of ascending numbers counts also where its addresses follow no known rule. Where numbers
// show that there is a next page and nothing links to it, its address is derived. Numbers over limits::kPages
// are none.
Pager read_pager(const Outline& outline, Node head, const PagerRules& rules);

}  // namespace dekko
