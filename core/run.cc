#include "core/run.h"

namespace dekko {

std::string_view to_text(StopReason reason) {
  switch (reason) {
    case StopReason::kReachedLast: return "reached_last";
    case StopReason::kPastTheEnd: return "past_the_end";
    case StopReason::kNoNextLink: return "no_next_link";
    case StopReason::kOnlyKnown: return "only_known";
    case StopReason::kRepeatedPage: return "repeated_page";
    case StopReason::kEmptyListing: return "empty_listing";
    case StopReason::kBudget: return "budget";
    case StopReason::kRefused: return "refused";
    case StopReason::kFetchFailed: return "fetch_failed";
    case StopReason::kNotTheListing: return "not_the_listing";
    case StopReason::kInterrupted: return "interrupted";
    case StopReason::kStorageFailed: return "storage_failed";
  }
  return "unknown";
}

std::string_view to_text(Coverage coverage) {
  switch (coverage) {
    case Coverage::kComplete: return "complete";
    case Coverage::kRepaired: return "repaired";
    case Coverage::kOpen: return "open";
    case Coverage::kPartial: return "partial";
  }
  return "unknown";
}

std::string_view to_text(Purpose purpose) {
  switch (purpose) {
    case Purpose::kRobots: return "robots";
    case Purpose::kPage: return "page";
    case Purpose::kRecheck: return "recheck";
  }
  return "unknown";
}

}  // namespace dekko
