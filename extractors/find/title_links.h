// The links of a page that could each stand for a card, in families of like place.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/page_address.h"
#include "core/url.h"
#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"

namespace dekko {

// Consecutive links of one family to one address: a title that a card repeats is one.
struct TitleLink {
  Outline::Place first = 0;  // the <a>
  Outline::Place last = 0;   // the <a> of the last copy
  std::string_view address;  // absolute, without fragment; of FoundLinks
  size_t text = 0;           // octets of the longest copy
  bool heading = false;      // a copy is, or is in, a heading
  bool own_site = false;     // it leads to the site that the listing is on
};

using LinkFamily = std::vector<TitleLink>;

struct FoundLinks {
  std::deque<std::string> addresses;  // must outlive all that is made of the families
  std::vector<LinkFamily> families;
};

// Families in the order in which they begin. Left out are links in frames and links to the site's front page
// and to pages of `self`: none of them is a card. Links are of one family when they stand under the same tags
// and are alike in weight: a title is a heading, shares its address with a picture, or is longer than a name.
FoundLinks link_families(const Outline& outline, const Landmarks& landmarks, const Url& base,
                         const PageAddress& self);

}  // namespace dekko
