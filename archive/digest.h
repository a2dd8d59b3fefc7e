// Digests in the two forms dekko writes. Fail only when libcrypto refuses the algorithm or has no memory.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

// "sha1:" and base32 without padding (RFC 4648 section 6) of the pieces laid end to end: the form of
// WARC-Block-Digest and WARC-Payload-Digest that every WARC tool reads.
Result<std::string> sha1_label(std::initializer_list<std::string_view> pieces);

// Lower-case hex: the form kept in the database.
Result<std::string> sha256_hex(std::string_view octets);
// Of a whole file, read in steps; kIo.
Result<std::string> sha256_hex_of_file(const std::filesystem::path& file);

}  // namespace dekko
