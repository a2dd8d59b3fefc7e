#include "crawler/walk/seams.h"

#include <algorithm>

namespace dekko {

namespace {

// Whether the last m cards of `above` are the first m of `below`, for some m.
bool overlap(const std::vector<std::string>& above, const std::vector<std::string>& below) {
  const size_t most = std::min(above.size(), below.size());
  for (size_t m = 1; m <= most; ++m) {
    if (std::equal(above.end() - static_cast<std::ptrdiff_t>(m), above.end(), below.begin())) return true;
  }
  return false;
}

}  // namespace

void Seams::add(int page, const std::vector<std::string>& urls) {
  const bool proven = page == last_page_ + 1 && overlap(last_urls_, urls);
  if (last_page_ > 0 && !proven) ++open_;
  last_page_ = page;
  last_urls_ = urls;
}

}  // namespace dekko
