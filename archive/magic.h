// The octets by which formats are told apart, whatever a file is called.
#pragma once

#include <string_view>

namespace dekko {

inline constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";                     // RFC 1952 section 2.3.1
inline constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";                 // RFC 8878 section 3.1.1
inline constexpr std::string_view kZstdDictionaryFrameMagic = "\x5D\x2A\x4D\x18";  // IIPC zstd for WARC
inline constexpr std::string_view kWarcMagic = "WARC/";                            // WARC 1.1 section 4

}  // namespace dekko
