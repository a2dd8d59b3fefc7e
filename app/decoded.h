// An answer that is not, or not yet, in the archive, as the archive would give it back.
#pragma once

#include "core/capture.h"
#include "core/result.h"

namespace dekko {

// Decoded within limits::kBodyBytes; of its record only the digest is known.
Result<Capture> decoded(const Exchange& exchange);

}  // namespace dekko
