// From links to the stretches of the page that belong to them: each title's card is the largest part of the
// page that holds no other title of its family.
#pragma once

#include <string>
#include <vector>

#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"
#include "extractors/find/title_links.h"

namespace dekko {

// Sibling elements under one container, from the one at `begin` to the last that ends at `end`. Mostly one
// element; several where the cards have no element of their own (dl, table rows in pairs, headings with
// paragraphs after them).
struct Region {
  Outline::Place container = 0;
  Outline::Place begin = 0;
  Outline::Place end = 0;
  TitleLink title;
};

// Regions side by side in one container, in page order.
using RegionList = std::vector<Region>;

// The family's regions, one list for each container.
std::vector<RegionList> region_lists(const Outline& outline, const Landmarks& landmarks,
                                     const LinkFamily& family);

}  // namespace dekko
