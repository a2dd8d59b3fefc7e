// The values of WARC-Profile in revisit records (WARC 1.1 section 6.7; 1.0 has the same under its number).
#pragma once

#include <string_view>

namespace dekko {

inline constexpr std::string_view kIdenticalPayloadProfile =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
inline constexpr std::string_view kNotModifiedProfile =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

}  // namespace dekko
