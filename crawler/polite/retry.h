// Whether a request that failed is worth another try, and why. Only what can pass is tried again: connect,
// dropped, time out, 408, 429, 5xx. Pure: the pause comes from the pacer, this only counts.
#pragma once

#include <string>

namespace dekko {

// What went wrong, in words that polite shares with fetch through plain values.
struct Failure {
  int status = 0;      // 0 if no answer came
  std::string reason;  // "timed_out", "dropped", "refused", "dns", "tls", "truncated", ...
};

struct RetryVerdict {
  bool again = false;
  std::string reason;  // "status 503", "timed_out": the counter's name
};

inline constexpr int kTries = 4;           // the first and three more
inline constexpr int kFailuresInARow = 5;  // after that a host rests until the next run

RetryVerdict retry(const Failure& failure, int tries_so_far);

}  // namespace dekko
