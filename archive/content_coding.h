// Content codings (RFC 9110 section 8.4): gzip, deflate in both its readings, br, zstd, also one on another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dekko {

using CodingList = std::vector<std::string>;

// The value of Content-Encoding or Transfer-Encoding: names in lower case, in the order in which they were
// applied, without "identity".
CodingList parse_codings(std::string_view value);

// `body` without its codings.
//
// A body that lacks the magic of the gzip or zstd it is said to be in is handed back as it is: some archivers
// store it decoded and keep the header. kLimit once the text of any coding would pass limits::kBodyBytes, or
// for more than limits::kContentCodings; kUnsupported for an unknown coding; kInvalid for a damaged or cut
// body. Errors name the coding; the caller adds the record.
Result<std::string> decode_content(std::string body, const CodingList& codings);

}  // namespace dekko
