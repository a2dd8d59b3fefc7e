// A post of the invented newspaper, as a function of seed, rank and revision.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace dekko::site {

struct Post {
  std::string path;      // "/2024/03/ferry-council-opens-the-new-lighthouse-r12/": no two ranks share one
  std::string headline;  // UTF-8, not escaped for HTML
  std::string dek;
  std::string kicker;                // always set; whether a card shows it is the layout's matter
  bool often_kicked = false;         // layouts that show kickers on some cards show those of these posts
  bool has_avatar = true;            // without one the first author's name is not doubled
  std::vector<std::string> authors;  // none: the card shows neither byline nor date
  std::chrono::sys_days published;
  std::string image;
};

// rank: 0 is the newest post that the listing starts with, 1 the next older; posts inserted later have -1,
// -2, ... Three posts share a day, and rank 0 is of 19 March 2024. Another revision of a rank has another
// headline and the same address. About one post in twenty has no authors (now and then two in a row), one in
// seven has two.
Post make_post(uint64_t seed, int rank, int revision = 0);

// "March 9, 2024"
std::string long_date(std::chrono::sys_days day);

}  // namespace dekko::site
