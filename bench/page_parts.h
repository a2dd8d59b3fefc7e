// The stretches of a page that an invented site puts around and between its cards. Each ends with a line end.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/post.h"
#include "tests/support/prng.h"

namespace dekko::bench {

// What one theme of the invented site calls things.
struct Theme {
  std::string_view prefix;   // of its class names
  std::string_view heading;  // element of a card's title
  bool kickers = true;
  bool machine_dates = true;  // <time datetime> or only text
};

std::string page_head(site::Prng& prng, std::string_view title, std::string_view canonical);
std::string site_header(site::Prng& prng, const Theme& theme);
std::string card(site::Prng& prng, const Theme& theme, const site::Post& post, int id);
std::string numbered_pager(std::string_view listing, int page, int page_count);
std::string sidebar(site::Prng& prng, const Theme& theme);
std::string site_footer(site::Prng& prng, const Theme& theme);

// A line icon as themes put them inline.
std::string icon(site::Prng& prng, std::string_view name);

}  // namespace dekko::bench
