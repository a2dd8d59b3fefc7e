// The chunked transfer coding (RFC 9112 section 7.1).
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

// The body without chunk sizes, extensions and trailers. A body that does not begin with a whole chunk is
// handed back as it is: many archivers store bodies unchunked and keep the header. Fails for a body that
// begins chunked and then breaks or ends before its last chunk. Errors name no object: the caller does.
Result<std::string> without_chunks(std::string_view body);

}  // namespace dekko
