// What 03/04/2024 means on a site, told by all dates of its pages.
#pragma once

#include <vector>

#include "extractors/infer/sample_page.h"

namespace dekko {

// Sets writing.dates.order where it is not known and all dates of the samples that do not tell day from month
// are dates in one order only, none of them later than its page.
void settle_date_order(const std::vector<Sample>& samples, Profile& writing);

}  // namespace dekko
