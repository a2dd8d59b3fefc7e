// Text on its way into HTML.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

// Safe as an element's content and as a quoted attribute's value (WHATWG HTML section 13.3): & < > " ' are
// escaped, control characters become U+FFFD.
std::string html_text(std::string_view text);

}  // namespace dekko
