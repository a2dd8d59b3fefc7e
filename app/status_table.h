// What `dekko status` shows: each listing, its last run, and the health of its fields.
#pragma once

#include <string>
#include <vector>

#include "db/reading.h"

namespace dekko {

std::string status_text(const std::vector<ListingStatus>& listings);
// One JSON object a line for each listing.
std::string status_json(const std::vector<ListingStatus>& listings);

}  // namespace dekko
