// Scripts that put no spaces between words: there, any three letters of a text are found (items_trigram).
#pragma once

#include <string_view>

namespace dekko {

// Whether it has Thai, Lao, Burmese, Khmer, Han, kana or Hangul letters. `text`: UTF-8; what is none is no letter.
bool is_unspaced(std::string_view text);

}  // namespace dekko
