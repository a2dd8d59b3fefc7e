// A run's words: how a walk ends, what it proved, and a line of the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"

namespace dekko {

enum class StopReason {
  kReachedLast,     // page N, or the last page that was asked for
  kPastTheEnd,      // a page beyond the pager showed no card
  kNoNextLink,      // no pager number and no next link to follow
  kOnlyKnown,       // `new`: a whole page of items that were known before
  kRepeatedPage,    // the page shows what an earlier one showed, or the next link leads back
  kEmptyListing,    // the listing says that it has nothing
  kBudget,          // --max-requests, --max-time, --until
  kRefused,         // robots.txt
  kFetchFailed,     // a page could not be had
  kNotTheListing,   // login, challenge, error page, unknown layout
  kInterrupted,     // a signal
  kStorageFailed,   // archive or database could not be written
};

// Names as stored in `runs.stop_reason`: "reached_last", "past_the_end", ...
std::string_view to_text(StopReason reason);
std::optional<StopReason> parse_stop_reason(std::string_view text);

// complete: every seam proven. repaired: tears found and mended. open: seams not proven. partial: pages missing.
enum class Coverage { kComplete, kRepaired, kOpen, kPartial };
std::string_view to_text(Coverage coverage);
std::optional<Coverage> parse_coverage(std::string_view text);

// What a walk did not prove: why its coverage is open, or partial. Pages are none where it concerns no place, to_page
// also where nobody knows how far it goes.
struct Gap {
  enum class Why {
    kNotWalked,     // the walk ended before these pages
    kPageMissing,   // these pages could not be had, or were empty in the midst
    kSeamSeenOnce,  // the seams between these pages: nothing but the first look at each side shows them
    kSeamDoubtful,  // the same: later looks did not suffice
    kTopNotSeen,    // what the listing begins with
    kEndNotSeen,    // what it ends with
    kCardsMoved,    // cards changed places meanwhile
    kPageUnplaced,  // nothing joins some page to the others
    kEmptied,       // a listing that had cards says that it has none
  };
  Why why = Why::kNotWalked;
  std::optional<int> from_page = {}, to_page = {};
  bool operator==(const Gap&) const = default;
};
// Names as stored: "not_walked", "page_missing", "seam_seen_once", ...
std::string_view to_text(Gap::Why why);
std::optional<Gap::Why> parse_gap(std::string_view text);

enum class Purpose { kRobots, kPage, kRecheck };
std::string_view to_text(Purpose purpose);
std::optional<Purpose> parse_purpose(std::string_view text);

// One line of the ledger: a request that was made, and what it waited for.
struct LedgerLine {
  Moment at;
  std::string url;
  std::string host;
  Purpose purpose = Purpose::kPage;
  Seconds waited{0};
  std::string rule;  // which bound the wait: "none", "delay", "crawl-delay", "retry-after", "backoff", ...
  Seconds pause{0};  // what that rule asked for, from the end of the host's last answer
  int status = 0;    // 0 if no answer came
  uint64_t bytes = 0;
  Seconds took{0};
  std::string address = {};    // of the host, as connected to; empty if not known
  Seconds asked_for{0};        // Retry-After of the answer
  std::string outcome = {};    // "fetched", "not_modified", "http_error", "redirected", "timed_out", "inward_address", ...
};

// A page of a listing as it was shown once: the addresses of its cards, in order.
struct Look {
  int page = 1;
  std::vector<std::string> urls = {};
  bool last = false;  // the listing ended with it
};

// Where a walk stands: stored with each page, so that the next run can go on after a kill.
struct WalkPosition {
  std::string mode = "all";  // of the walk that stood here: "range", "all" or "new"
  int next_page = 1;
  std::optional<int> last_page = {};  // the last page that was asked for or that the pager names
  std::string next_url = {};          // where the walk follows links instead of numbers
  std::vector<int> missing = {};      // pages that could not be had
};

}  // namespace dekko
