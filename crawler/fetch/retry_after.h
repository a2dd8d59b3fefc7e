// The Retry-After header (RFC 9110 section 10.2.3): seconds, or a date.
#pragma once

#include <optional>
#include <string_view>

#include "core/moment.h"

namespace dekko {

// More is not believed: a server that asks for a longer pause gets this one.
inline constexpr std::chrono::hours kLongestRetryAfter{30 * 24};

// The pause that `value` asks for, counted from `answered`, the moment of the answer by the server's own
// clock (its Date header) where it tells one. A date gone by is no pause. Nothing if the value is neither
// seconds nor a date.
std::optional<Seconds> retry_after(std::string_view value, Moment answered);

// An HTTP date (RFC 9110 section 5.6.7), its obsolete forms included.
std::optional<Moment> http_date(std::string_view value);

}  // namespace dekko
