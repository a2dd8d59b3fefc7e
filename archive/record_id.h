// A new WARC-Record-ID: "<urn:uuid:...>", random (RFC 9562 section 5.4). Fails when the system has no
// entropy.
#pragma once

#include <string>

#include "core/result.h"

namespace dekko {

Result<std::string> new_record_id();

}  // namespace dekko
