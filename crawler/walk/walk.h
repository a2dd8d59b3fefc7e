// Which page of a listing comes next, and when the walk is over. A pure state machine: values in, decision
// out.
//
// The caller asks next(), has the page fetched and stored, and tells what became of it with showed() or
// failed(). N is read anew on each page, so that a listing which grows or shrinks meanwhile is walked to its
// end. Pages are named by number where the pager has numbers, else by the next link; addresses are those of
// core/page_address.h, so that noise in links never makes two names for one page.
//
// A walk that goes on where another stood first looks again at the last page that one saw, then at the pages
// it could not have, then goes on.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/page.h"
#include "core/page_address.h"
#include "core/run.h"
#include "crawler/walk/paging.h"
#include "crawler/walk/seams.h"

namespace dekko {

struct WalkPlan {
  enum class Mode {
    kRange,  // --pages A-B
    kAll,    // page 1 to N
    kNew,    // from page 1 until a whole page of known items
  };
  PageAddress start;
  Mode mode = Mode::kAll;
  int first = 1;
  std::optional<int> last = {};  // kRange only; none: to the end
  std::optional<WalkPosition> resume =
      {};  // where an earlier run stood; its last page is looked at once more
};

struct PageRequest {
  Url url;
  int page = 1;
};

// What a page that was fetched and stored showed.
struct Shown {
  int page = 1;  // as asked for
  Verdict verdict = Verdict::kListing;
  std::optional<int> page_count = {};
  std::optional<std::string> next = {};
  std::vector<std::string> urls = {};  // of its cards, in order
  int known = 0;                       // how many of them were in the database before
};

inline constexpr int kFailuresThatEndAWalk = 3;  // in a row

class Walk {
 public:
  explicit Walk(WalkPlan plan);

  // The next page to ask for, or why there is none. Calling it again without showed() or failed() answers the
  // same.
  std::variant<PageRequest, StopReason> next() const;

  void showed(const Shown& shown);
  // The page that was asked for could not be had, retries included. The walk goes on where numbers allow it;
  // three in a row end it, and so does the first page of all.
  void failed(int page);
  // Ends the walk from outside: budget, refusal, signal, storage. A walk that is over already keeps its
  // reason.
  void stop(StopReason reason);

  WalkPosition position() const { return state_.position; }
  // Where the walk will stand once it has been told this; what is stored together with the page. `known` does
  // not matter.
  WalkPosition position_after(const Shown& shown) const { return after(shown).position; }
  int pages_seen() const { return pages_seen_; }
  std::optional<int> last_page() const { return end_of(state_); }  // as far as known: for progress
  const std::vector<int>& missing() const { return state_.position.missing; }
  // What this walk proved. partial: pages are missing, or it ended before its end. complete: all pages seen
  // by this walk alone, and every seam proven (one page has none). open: anything else.
  Coverage coverage() const;

 private:
  // All that next() and position() are made of, so that "what if" is a copy.
  struct State {
    WalkPosition position;
    Paging paging;
    std::optional<PageRequest> request = {};
    bool by_link = false;                        // the request came from a link that tells no number
    std::optional<int> pager_last = {};          // N as the latest pager shows it
    std::deque<int> again = {};                  // pages of an earlier run, to be looked at before going on
    bool looked_again = false;                   // that run's last page was had
    std::optional<std::string> next_again = {};  // and its next link
    std::optional<StopReason> stopped = {};
    int failures_in_a_row = 0;
    int known_in_a_row = 0;
  };

  State begun() const;
  State after(const Shown& shown) const;
  State after_failure() const;
  void take_cards(State& state, const Shown& shown) const;
  void take_emptiness(State& state, int page) const;
  void look_again(State& state, const Shown& shown) const;
  void next_look(State& state) const;
  void go_on(State& state, int page, const std::optional<std::string>& next) const;
  void lose(State& state, int page, StopReason reason) const;
  void ask(State& state, const Url& url, int page, bool by_link = false) const;
  std::optional<int> end_of(const State& state) const;
  bool is_known_territory(const State& state) const;
  bool ended_early() const;
  void commit(State state);

  WalkPlan plan_;
  std::set<size_t> pages_shown_;  // a hash of each page's cards, to notice repeats in little memory
  std::set<size_t> asked_;        // a hash of each address that was asked for
  Seams seams_;
  int pages_seen_ = 0;
  State state_;
};

}  // namespace dekko
