// A clock whose wall time jumps, and which knows what time it really was. The true time is that of a clock
// that never jumped.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/moment.h"

namespace dekko {

class UnrulyClock final : public Clock {
 public:
  // From begin until before end, in true time.
  struct Stretch {
    Moment begin, end;
  };

  Moment now() const override { return truth() + jumps_.back().ahead; }
  Seconds steady() const override { return steady_; }
  Moment truth() const { return kStart + std::chrono::duration_cast<std::chrono::milliseconds>(steady_); }

  void advance(Seconds time) {
    steady_ += time;
    if (due_) jump(*std::exchange(due_, std::nullopt));
  }
  void advance_to(Seconds steady) { advance(std::max(steady - steady_, Seconds(0))); }
  // When time has gone on, the wall clock is so far ahead of the truth.
  void be_ahead(std::chrono::milliseconds ahead) { due_ = ahead; }

  // When the wall clock showed this second, that of a jump twice; several stretches where it jumped back.
  std::vector<Stretch> true_times(Moment second) const {
    std::vector<Stretch> found;
    for (size_t i = 0; i < jumps_.size(); ++i) {
      const Moment until = i + 1 < jumps_.size() ? jumps_[i + 1].at : Moment::max();
      const Moment begin = std::max(jumps_[i].at, second - jumps_[i].ahead);
      const Moment end = std::min(until, second - jumps_[i].ahead + std::chrono::seconds(1));
      if (begin <= end) found.push_back({begin, end});
    }
    return found;
  }
  // Whether the wall clock showed this moment more than once, or just after it did: nothing that is measured
  // by it means anything then.
  bool is_ambiguous(Moment wall) const {
    for (const Stretch& twice : lived_twice_)
      if (wall >= twice.begin && wall < twice.end + std::chrono::hours(1)) return true;
    return false;
  }

 private:
  struct Jump {
    Moment at;
    std::chrono::milliseconds ahead{0};
  };
  void jump(std::chrono::milliseconds ahead) {
    const Moment before = now();
    jumps_.push_back({truth(), ahead});
    if (now() < before) lived_twice_.push_back({now(), before});
  }

  static constexpr Moment kStart =
      std::chrono::sys_days(std::chrono::year(2024) / 3 / 19) + std::chrono::hours(22);
  Seconds steady_{0};
  std::optional<std::chrono::milliseconds> due_;
  std::vector<Jump> jumps_ = {{kStart, {}}};
  std::vector<Stretch> lived_twice_;  // in wall time
};

}  // namespace dekko
