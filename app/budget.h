// What a run may spend: --max-requests, --max-time, --until. Pure: times are passed in.
#pragma once

#include <optional>
#include <string_view>

#include "core/moment.h"
#include "core/result.h"

namespace dekko {

struct Budget {
  std::optional<int> requests = {};
  std::optional<Seconds> ends_at = {};  // on Clock::steady()

  // Whether a request that could start at `when` is still within.
  bool allows(int requests_made, Seconds when) const {
    return (!requests || requests_made < *requests) && (!ends_at || when <= *ends_at);
  }
};

// "90", "90s", "15m", "2h", "1h30m".
Result<Seconds> parse_duration(std::string_view text);

// Seconds from `now` to the next HH:MM by this machine's local time.
Result<Seconds> time_until(std::string_view hh_mm, Moment now);

}  // namespace dekko
