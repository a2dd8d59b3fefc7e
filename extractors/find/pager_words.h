// What a pager's links say, in the languages of the web.
#pragma once

#include <string_view>

namespace dekko {

// Whether a link's words promise a listing's next page: "Next »", "Older posts", "Siguiente". "Weiter" does,
// "Weitere Angebote" does not; scripts without spaces end words nowhere.
bool says_next(std::string_view words);

// Whether they call a page so that is the next of some listings and the page before of others: "Previous
// entries", "More". Only the address can tell.
bool says_earlier(std::string_view words);

}  // namespace dekko
