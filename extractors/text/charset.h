// Bytes to UTF-8 as browsers do it (WHATWG Encoding; HTML section 13.2.3): BOM, then the HTTP header, then
// the meta prescan of the first 1024 bytes, then a <meta> farther down, then windows-1252.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

struct DecodedText {
  std::string utf8;     // always valid; what could not be read is U+FFFD
  std::string charset;  // the standard's name in lower case: "utf-8", "windows-1252", "shift_jis"
  size_t replaced = 0;  // how many U+FFFD were put in
};

// content_type: the HTTP header's value, may be empty.
DecodedText decode(std::string_view bytes, std::string_view content_type);

// The name a browser would sniff from the bytes alone.
std::string sniff_encoding(std::string_view bytes, std::string_view content_type);

}  // namespace dekko
