// What happens to the listing between two requests: a script of posts inserted, removed and edited.
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"

namespace dekko::site {

struct Change {
  enum class Kind { kInsert, kRemove, kEdit };
  Kind kind = Kind::kInsert;
  // kInsert: how many posts appear at the top. The others: which post, counted from 1 at the top of page 1.
  int number = 1;
  // Done once this many requests for listing pages have been answered; robots.txt does not count.
  int after = 0;
};

// "3@20": NUMBER@REQUESTS.
Result<Change> parse_change(Change::Kind kind, std::string_view text);

// Decimal digits, 0 to 1'000'000, and nothing else.
std::optional<int> parse_count(std::string_view text);

}  // namespace dekko::site
