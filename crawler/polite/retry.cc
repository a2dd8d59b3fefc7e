#include "crawler/polite/retry.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dekko {

namespace {

constexpr std::array<std::string_view, 6> kCanPass = {"connect",   "refused",   "dropped",
                                                      "timed_out", "truncated", "machine"};

bool can_pass(const Failure& failure) {
  if (failure.status != 0) {
    return failure.status == 408 || failure.status == 429 || (failure.status >= 500 && failure.status < 600);
  }
  return std::find(kCanPass.begin(), kCanPass.end(), failure.reason) != kCanPass.end();
}

}  // namespace

RetryVerdict retry(const Failure& failure, int tries_so_far) {
  const std::string reason =
      failure.status != 0 ? "status " + std::to_string(failure.status) : failure.reason;
  return {can_pass(failure) && tries_so_far < kTries, reason};
}

}  // namespace dekko
