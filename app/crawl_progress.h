// The one line that tells how a crawl fares: page k of N of a single listing, or hosts and pages of many.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/crawl.h"

namespace dekko {

// Crawls that are over are null.
std::string progress_line(const std::vector<std::unique_ptr<Crawl>>& crawls, const Pacer& pacer);

}  // namespace dekko
