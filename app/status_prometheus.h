// `dekko status --prometheus`: the text exposition format 0.0.4, for a node exporter's textfile collector.
#pragma once

#include <string>
#include <vector>

#include "db/reading.h"

namespace dekko {

// One sample for each listing and metric; label `listing` is its address. Moments are seconds since 1970.
std::string status_prometheus(const std::vector<ListingStatus>& listings);

}  // namespace dekko
