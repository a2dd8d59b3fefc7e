// Which page to look at again, so that the fewest looks close the most seams. Pure: it reads the chain and
// says a page number.
//
// A few looks (the default) go where shifts disagree: a card's shift is what it moved by since it was read,
// and above and below a stretch in which nothing happened it is the same. Many (--certify) go from the top to
// the bottom over whatever is open, again and again, until nothing is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crawler/walk/chain.h"

namespace dekko {

class Closing {
 public:
  enum class Effort { kFew, kAll };
  // pages: how many the walk has read.
  Closing(Effort effort, int pages);

  // The next page to look at, none when all is proven, explained or spent. Only looked() moves it on.
  std::optional<int> next(const Chain& chain);
  // That page was looked at; nothing: it could not be had.
  void looked(const Chain& chain, const std::optional<Chain::Added>& added);

 private:
  struct Point {  // a seam that was looked at, and how far its two edges had moved
    int page;
    int above, below;
  };

  std::optional<int> next_of_few(const std::vector<Chain::Seam>& seams, int page_size);
  std::optional<int> next_of_all(const std::vector<Chain::Seam>& seams, int page_size, int64_t now);
  void begin_pass(int64_t now);

  Effort effort_;
  int looks_left_;
  // kAll
  int passes_left_;
  int next_page_ = 0;  // of the first pass, which looks at every page: a post that was moved is met so
  int64_t pass_began_ = 0;
  int cursor_ = 0;  // above_page of the seam at hand
  int tries_ = 0;
  int drift_ = 0;
  // kFew
  std::vector<Point> points_;  // from the top
  int asked_ = 0;              // above_page of the seam that the look is for
};

}  // namespace dekko
