// Invented listing pages that weigh what real ones weigh, a pure function of their number: the same octets on
// every machine.
//
// What they are made of follows 90 real listing pages (5.9 MB): scripts and styles 12 % of the octets,
// comments 5 %, white space beyond one character 9 %, ten tags a KB, most of a tag's octets in its
// attributes.
#pragma once

#include <string>

namespace dekko::bench {

inline constexpr int kPages = 2'000;

struct SavedPage {
  std::string url;   // also its canonical link
  std::string html;  // 80 to 100 KB, ten cards
};

// number: from 0. Four themes, minified or indented, one or two authors, with and without kicker.
SavedPage listing_page(int number);
// The same as one site has it: a single theme, and a pager of so many pages.
SavedPage themed_page(int number, int pages);

}  // namespace dekko::bench
