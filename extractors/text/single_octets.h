// The encodings of one octet a character that ICU does not have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dekko {

// UTF-8; nothing if `charset` is neither "iso-8859-16" nor "x-user-defined" (WHATWG Encoding
// sections 9.1, 14.5).
std::optional<std::string> decode_single_octets(std::string_view bytes, std::string_view charset);

}  // namespace dekko
