#include "app/exit_code.h"

#include <algorithm>
#include <array>

namespace dekko {

ExitCode exit_code_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::kUsage: return ExitCode::kUsage;
    case ErrorCode::kBusy: return ExitCode::kBusy;
    case ErrorCode::kCorrupt: return ExitCode::kDamaged;
    case ErrorCode::kInterrupted: return ExitCode::kInterrupted;
    case ErrorCode::kNotFound:
    case ErrorCode::kInvalid:
    case ErrorCode::kLimit:
    case ErrorCode::kIo:
    case ErrorCode::kNetwork:
    case ErrorCode::kUnsupported: return ExitCode::kFailed;
  }
  return ExitCode::kFailed;
}

ExitCode exit_code_of(StopReason reason, Coverage coverage, bool robots_unreachable) {
  switch (reason) {
    case StopReason::kReachedLast:
    case StopReason::kPastTheEnd:
    case StopReason::kNoNextLink:
    case StopReason::kOnlyKnown:
    case StopReason::kRepeatedPage:
    case StopReason::kEmptyListing:
      return coverage == Coverage::kPartial ? ExitCode::kPartial : ExitCode::kDone;
    case StopReason::kBudget:
    case StopReason::kFetchFailed: return ExitCode::kPartial;
    case StopReason::kRefused: return robots_unreachable ? ExitCode::kPartial : ExitCode::kRefused;
    case StopReason::kNotTheListing: return ExitCode::kSuspicious;
    case StopReason::kInterrupted: return ExitCode::kInterrupted;
    case StopReason::kStorageFailed: return ExitCode::kFailed;
  }
  return ExitCode::kFailed;
}

ExitCode worse_of(ExitCode a, ExitCode b) {
  static constexpr std::array kFromBad = {ExitCode::kInterrupted, ExitCode::kDamaged, ExitCode::kBusy,
                                          ExitCode::kFailed,      ExitCode::kUsage,   ExitCode::kSuspicious,
                                          ExitCode::kRefused,     ExitCode::kPartial, ExitCode::kDone};
  return std::find(kFromBad.begin(), kFromBad.end(), a) < std::find(kFromBad.begin(), kFromBad.end(), b) ? a : b;
}

}  // namespace dekko
