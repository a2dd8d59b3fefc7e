// A record held against its own digests (WARC 1.1 sections 5.8 and 5.9).
#pragma once

#include <string>
#include <vector>

#include "archive/warc_reader.h"

namespace dekko {

// What does not hold, a sentence each; empty for a sound record. Digests of another algorithm than SHA-1, or
// in another spelling than base32, say nothing. The payload's is held against responses that have no transfer
// coding: tools differ in what they mean for the others.
Result<std::vector<std::string>> unsound_digests(const WarcRecord& record);

// The SHA-256 of an HTTP response's payload, as the database keeps it.
Result<std::string> payload_sha256(const WarcRecord& response);

}  // namespace dekko
