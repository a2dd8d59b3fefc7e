// A world of listings that change a little every night, as the database sees it: pages of cards, no HTML.
#pragma once

#include "core/capture.h"
#include "core/page.h"

namespace dekko::bench {

struct World {
  int listings = 30;
  int pages = 113;
  int cards = 10;       // on a page
  int new_a_night = 3;  // at the top of each listing; about two headlines of it are rewritten

  std::string url(int listing) const;
  // Page `number` of a listing in a night, both from 1, as extract() would hand it on.
  Page page(int listing, int night, int number) const;
  Capture capture(int listing, int night, int number) const;

 private:
  Card card(int listing, int night, int post) const;
};

}  // namespace dekko::bench
