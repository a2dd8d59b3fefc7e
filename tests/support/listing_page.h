// One page of the listing as a whole HTML document: a pure function, so that the served and the dumped site
// are the same octets.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/layout.h"
#include "tests/support/post.h"

namespace dekko::site {

struct ListingPage {
  std::string slug = "x";
  std::string title = "Harbor Affairs";
  std::string description = "Everything that happens between the quay and the quarry";
  Layout layout = Layout::kT24P;
  int page = 1;
  int page_count = 1;
  std::vector<Post> posts;  // past the end: none, and the page is its heading alone
  std::chrono::sys_days banner_day = std::chrono::year{2024} / 3 / 19;  // "today" at the top, no card's date
  size_t bytes = 90'000;         // filled up to this with the scripts and styles that real pages carry
  std::string robots_meta = "";  // content of <meta name="robots">; empty for none
};

std::string render(const ListingPage& page);

// What a site shows in place of its listing to whom it does not know, with status 200.
std::string render_login();

}  // namespace dekko::site
