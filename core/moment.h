// Moments and days. A Moment is UTC with milliseconds; the text forms are RFC 3339.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

using Seconds = std::chrono::duration<double>;
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

// "2024-03-19T08:15:30Z": the form of every public moment.
std::string to_text(Moment moment);

// "2024-03-19T08:15:30.250Z": the form kept in files, where two captures in one second must stay apart.
std::string to_text_ms(Moment moment);

// "20240319081530": the form in file names and archives' indexes.
std::string to_stamp(Moment moment);

// RFC 3339 section 5.6 with "Z" or an offset, up to nine digits of fraction (cut to milliseconds).
Result<Moment> parse_moment(std::string_view text);

// The world's clock, passed in wherever time matters. Fake: tests/support/fake_clock.h.
class Clock {
 public:
  virtual ~Clock() = default;
  // Wall time, for records. May jump.
  virtual Moment now() const = 0;
  // Time since an arbitrary start that never jumps, for pauses and durations.
  virtual Seconds steady() const = 0;
};

class SystemClock final : public Clock {
 public:
  Moment now() const override;
  Seconds steady() const override;
};

}  // namespace dekko
