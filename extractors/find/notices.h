// What pages say when they show no list, in the words that sites use for it.
#pragma once

#include <string_view>

namespace dekko {

// "Nothing found", "No posts yet", "Keine Beitraege".
bool says_nothing_found(std::string_view line);

// A title or heading of a page that stands in place of another: log in, consent, a challenge, an error.
bool heads_another_page(std::string_view title);

}  // namespace dekko
