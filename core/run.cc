#include "core/run.h"

namespace dekko {

namespace {

constexpr std::string_view kUnknown = "unknown";

// The value of that name: values are numbered without a gap from 0.
template <class E>
std::optional<E> parsed(std::string_view text) {
  for (int i = 0; to_text(E(i)) != kUnknown; ++i) {
    if (to_text(E(i)) == text) return E(i);
  }
  return std::nullopt;
}

}  // namespace

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
  return kUnknown;
}

std::string_view to_text(Coverage coverage) {
  switch (coverage) {
    case Coverage::kComplete: return "complete";
    case Coverage::kRepaired: return "repaired";
    case Coverage::kOpen: return "open";
    case Coverage::kPartial: return "partial";
  }
  return kUnknown;
}

std::string_view to_text(Gap::Why why) {
  switch (why) {
    case Gap::Why::kNotWalked: return "not_walked";
    case Gap::Why::kPageMissing: return "page_missing";
    case Gap::Why::kSeamSeenOnce: return "seam_seen_once";
    case Gap::Why::kSeamDoubtful: return "seam_doubtful";
    case Gap::Why::kTopNotSeen: return "top_not_seen";
    case Gap::Why::kEndNotSeen: return "end_not_seen";
    case Gap::Why::kCardsMoved: return "cards_moved";
    case Gap::Why::kPageUnplaced: return "page_unplaced";
    case Gap::Why::kEmptied: return "emptied";
  }
  return kUnknown;
}

std::string_view to_text(Purpose purpose) {
  switch (purpose) {
    case Purpose::kRobots: return "robots";
    case Purpose::kPage: return "page";
    case Purpose::kRecheck: return "recheck";
  }
  return kUnknown;
}

std::optional<StopReason> parse_stop_reason(std::string_view text) { return parsed<StopReason>(text); }
std::optional<Coverage> parse_coverage(std::string_view text) { return parsed<Coverage>(text); }
std::optional<Gap::Why> parse_gap(std::string_view text) { return parsed<Gap::Why>(text); }
std::optional<Purpose> parse_purpose(std::string_view text) { return parsed<Purpose>(text); }

}  // namespace dekko
