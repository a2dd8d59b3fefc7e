// Lists whose cards have no element of their own: what stands between two titles is shared out between them.
#pragma once

#include "extractors/find/regions.h"

namespace dekko {

// Grows the regions of a list over their siblings, where there is text between them; leaves other lists
// alone. What leads up to a title (its picture, its kicker) goes to that title, the rest to the one before.
void spread_over_flat_list(const Outline& outline, const Landmarks& landmarks, RegionList& list);

}  // namespace dekko
