#include "app/exit_code.h"

#include <algorithm>
#include <array>

namespace dekko {

std::vector<std::pair<ExitCode, std::string>> exit_code_meanings() {
  return {{ExitCode::kDone, "All that was asked was done"},
          {ExitCode::kFailed, "Failed, or a comparison differs"},
          {ExitCode::kUsage, "The command line or a file of settings cannot be understood"},
          {ExitCode::kPartial, "Some pages could not be had; run it again to go on"},
          {ExitCode::kSuspicious,
           "What came back is not the listing (layout, login, challenge); nothing of it reached the items"},
          {ExitCode::kRefused, "Refused by robots.txt"},
          {ExitCode::kBusy, "Another dekko is writing this database"},
          {ExitCode::kDamaged, "The archive or the database is damaged"},
          {ExitCode::kInterrupted, "Interrupted; the state is saved"}};
}

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
