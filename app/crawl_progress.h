// The one line that tells how a crawl fares: page k of N of a single listing, or hosts and pages of many.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/moment.h"

namespace dekko {

// How one listing fares.
struct CrawlProgress {
  std::string host;
  int page = 0;                       // asked for last
  std::optional<int> last_page = {};  // as far as known
  int pages = 0;                      // stored
  int items_new = 0, items_changed = 0;
  Seconds pause{0};                  // of its host
  std::optional<Seconds> left = {};  // nothing while it is not known how many pages there are
};

// going: the listings that are not over; listings: all that were begun.
std::string progress_line(const std::vector<CrawlProgress>& going, size_t listings);

}  // namespace dekko
