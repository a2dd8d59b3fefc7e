#include "crawler/walk/sweep.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace dekko {

int sweep_size(int page_count) {
  static constexpr int kNights = 26;  // of 28: what comes meanwhile has to be swept as well
  return page_count <= 1 ? 0 : std::min(page_count - 1, (page_count + kNights - 1) / kNights + 2);
}

std::vector<int> sweep_pages(const Knowledge& known, int page_count, int count, int new_posts) {
  const std::vector<int> ages = known.ages(page_count, new_posts);
  std::vector<int> oldest(ages.size() < 2 ? 0 : ages.size() - 1);
  std::iota(oldest.begin(), oldest.end(), 2);
  const auto age_of = [&](int page) { return ages[static_cast<size_t>(page) - 1]; };
  std::stable_sort(oldest.begin(), oldest.end(), [&](int a, int b) { return age_of(a) < age_of(b); });
  std::set<int> pages;
  for (const int page : oldest) {
    for (const int wanted : {page, page - 1}) {
      if (wanted > 1 && static_cast<int>(pages.size()) < count) pages.insert(wanted);
    }
  }
  return {pages.begin(), pages.end()};
}

}  // namespace dekko
