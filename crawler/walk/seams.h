// The seams of a walk: whether anything can have slipped past between one page and the next.
#pragma once

#include <string>
#include <vector>

namespace dekko {

// A listing moves while it is walked. Where page k+1 begins with the very cards that page k ended with,
// nothing can have slipped past between them; every other seam is open. A card that merely stands on both
// pages proves nothing: pinned posts stand on all of them.
class Seams {
 public:
  // The cards of the next page that was had, in order.
  void add(int page, const std::vector<std::string>& urls);
  int open() const { return open_; }

 private:
  int last_page_ = 0;
  std::vector<std::string> last_urls_;
  int open_ = 0;
};

}  // namespace dekko
