// The world's time zones: what a clock on a wall says of a moment, and the other way round.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/moment.h"

namespace dekko {

// zone: an IANA name ("Asia/Seoul") or an offset ("+09:00"). Nothing for a zone that does not exist.
std::optional<std::chrono::minutes> offset_at(const std::string& zone, Moment moment);

// wall: what the clock shows, counted as if it were UTC. Nothing for an unknown zone, and for the hour that a change
// of clocks skips or shows twice.
std::optional<std::chrono::minutes> offset_of_wall(const std::string& zone, Moment wall);

}  // namespace dekko
