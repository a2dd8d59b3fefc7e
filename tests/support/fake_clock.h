// A clock that stands still until it is told how much time went by.
#pragma once

#include "core/moment.h"

namespace dekko {

class FakeClock final : public Clock {
 public:
  // 2024-03-19T08:00:00Z, unless told otherwise.
  explicit FakeClock(Moment start = std::chrono::sys_days(std::chrono::year(2024) / 3 / 19) +
                                    std::chrono::hours(8))
      : now_(start) {}

  Moment now() const override { return now_; }
  Seconds steady() const override { return steady_; }

  void advance(Seconds time) {
    now_ += std::chrono::duration_cast<std::chrono::milliseconds>(time);
    steady_ += time;
  }
  // The wall clock alone.
  void put_back(std::chrono::milliseconds time) { now_ -= time; }

 private:
  Moment now_;
  Seconds steady_{0};
};

}  // namespace dekko
