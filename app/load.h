// Back-pressure: the one predicate that says whether anything more may be asked for. Pure.
#pragma once

#include <cstddef>

#include "core/limits.h"
#include "crawler/fetch/fetcher.h"

namespace dekko {

// What a crawl has on its hands.
struct Load {
  size_t requests = 0;  // in flight
  size_t bytes = 0;     // of bodies that are on their way, wait to be stored, or are being stored
};

inline bool has_room(const Load& load) {
  return load.requests < kRequestsInFlight && load.bytes < limits::kHeldBytes;
}

}  // namespace dekko
