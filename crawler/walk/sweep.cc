#include "crawler/walk/sweep.h"

#include <algorithm>

namespace dekko {

int sweep_size(int page_count) {
  static constexpr int kNights = 28;
  return page_count <= 1 ? 0 : std::min(page_count - 1, (page_count + kNights - 1) / kNights + 2);
}

std::vector<int> sweep_pages(const std::map<int, Moment>& looked, int page_count, int count) {
  std::vector<int> pages;
  int oldest = 0;
  for (int page = 2; page <= page_count; ++page) {
    const auto when = looked.find(page), best = looked.find(oldest);
    const bool never = when == looked.end();
    if (oldest == 0 || (never && best != looked.end()) ||
        (!never && best != looked.end() && when->second < best->second)) {
      oldest = page;
    }
  }
  if (oldest == 0) return pages;
  for (int page = std::max(2, oldest - 1); page <= page_count && count > 0; ++page, --count) pages.push_back(page);
  return pages;
}

}  // namespace dekko
