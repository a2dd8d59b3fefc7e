// The encoding that a page's own <meta> names, found before the page is parsed.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

// WHATWG HTML section 13.2.3.2, "prescan a byte stream to determine its encoding", over the first 1024 octets. The
// standard's name in lower case; empty if nothing was found.
std::string prescan_meta(std::string_view bytes);

// The encoding that a <meta> farther down names (section 13.2.3.5, "changing the encoding while parsing"), for a
// page whose encoding is only a guess. Passes over what scripts and styles hold. Reads all of `bytes` once.
std::string find_late_meta(std::string_view bytes);

// The charset in a Content-Type value (WHATWG HTML section 4.2.5.5), resolved; empty if there is none.
std::string charset_in(std::string_view content_type);

}  // namespace dekko
