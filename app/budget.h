// What a run may spend: --max-requests, --max-time, --until, --max-bytes. Pure: times are passed in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/moment.h"
#include "core/result.h"

namespace dekko {

struct Budget {
  std::optional<int> requests = {};
  std::optional<Seconds> ends_at = {};  // on Clock::steady()

  std::optional<uint64_t> bytes = {};   // from one host

  // Whether a request that could start at `when` is still within. bytes_had: from its host so far.
  bool allows(int requests_made, Seconds when, uint64_t bytes_had = 0) const {
    return (!requests || requests_made < *requests) && (!ends_at || when <= *ends_at) &&
           (!bytes || bytes_had < *bytes);
  }
};

// "90", "90s", "15m", "2h", "1h30m".
Result<Seconds> parse_duration(std::string_view text);

// "500000", "500k", "20M", "2G": octets, in powers of 1000.
Result<uint64_t> parse_size(std::string_view text);

// Seconds from `now` to the next HH:MM by this machine's local time.
Result<Seconds> time_until(std::string_view hh_mm, Moment now);

}  // namespace dekko
