// The time that a clock on a wall shows, as dates write it.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/fields/date_cursor.h"

namespace dekko {

struct WallTime {
  int hour = 0, minute = 0, second = 0;
  std::optional<int> offset = {};  // minutes east of UTC
  std::string_view zone = {};      // an IANA name, for "ET", whose offset depends on the day; lives for ever
  bool vague_zone = false;         // named by letters that mean several zones: "CST"
};

// The time at the cursor, which is moved past it and its zone: 9:41, 9:41:07.250, 9.41 pm, 9h41, 21時40分, 9
// pm, noon. Nothing, and the cursor stays, if there is none; `reason` is set if it is one that no clock
// shows. `after_date`: all of the day was told, so that "5.45" can be nothing but a time.
std::optional<WallTime> read_time_of_day(DateCursor& cursor, bool after_date, std::string_view& reason);

}  // namespace dekko
