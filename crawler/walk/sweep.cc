#include "crawler/walk/sweep.h"

#include <algorithm>

namespace dekko {

int sweep_size(int page_count) {
  static constexpr int kNights = 28;
  return page_count <= 1 ? 0 : std::min(page_count - 1, (page_count + kNights - 1) / kNights + 2);
}

std::vector<int> sweep_pages(const Knowledge& known, int page_count, int count) {
  std::vector<int> pages;
  const std::vector<int> ages = known.ages(page_count);
  if (ages.size() < 2) return pages;
  const auto oldest = std::min_element(ages.begin() + 1, ages.end());
  const int first = std::max(2, static_cast<int>(oldest - ages.begin()));
  for (int page = first; page <= page_count && page < first + count; ++page) pages.push_back(page);
  return pages;
}

}  // namespace dekko
