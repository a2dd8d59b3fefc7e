// "3 hours ago" and its like.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extractors/fields/date_cursor.h"

namespace dekko {

// Why "2 weeks ago" is no date.
inline constexpr std::string_view kCoarseAge = "tells an age that names no day";

struct TimeAgo {
  int64_t seconds = 0;
  int unit = 0;  // seconds in the smallest unit that was named; 60 for "just now"
};

// The amount of time at the cursor, which is moved past it: "3 hours ago", "vor 3 Stunden", "1 hour, 5
// minutes ago", "just now". Nothing, and the cursor stays, if there is none; `reason` is set for weeks,
// months and years, which name no day.
std::optional<TimeAgo> read_time_ago(DateCursor& cursor, std::string_view& reason);

}  // namespace dekko
