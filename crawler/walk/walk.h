// Which page of a listing comes next, and when the walk is over. A pure state machine: values in, decision
// out.
//
// The caller asks next(), has the page fetched and stored, and tells what became of it with showed() or
// failed(). N is read anew on each page, so that a listing which grows or shrinks meanwhile is walked to its
// end. Pages are named by number where the pager has numbers, else by the next link; addresses are those of
// core/page_address.h, so that noise in links never makes two names for one page.
//
// A walk that goes on where another stood first looks again at the last page that one saw, then at the pages
// it could not have, then goes on; where that page has nothing in common any more with what was seen, it
// begins anew.
//
// Pages that were empty in the midst, or could not be had, are asked for again at the end. Then come looks
// that close seams (crawler/walk/closing.h), then the sweep. docs/coverage.md says what all this proves.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/page.h"
#include "core/page_address.h"
#include "core/run.h"
#include "crawler/walk/chain.h"
#include "crawler/walk/closing.h"
#include "crawler/walk/knowledge.h"
#include "crawler/walk/paging.h"

namespace dekko {

// What an earlier run knew a page by.
struct PageName {
  Url url;
  int page = 1;
};

struct WalkPlan {
  enum class Mode {
    kRange,  // --pages A-B
    kAll,    // page 1 to N
    kNew,    // from page 1 until a page that ends in known territory
  };
  PageAddress start;
  Mode mode = Mode::kAll;
  int first = 1;
  std::optional<int> last = {};  // kRange only; none: to the end
  std::optional<WalkPosition> resume =
      {};                         // where an earlier run stood; its last page is looked at once more
  std::vector<Look> before = {};  // what that run saw, and those it went on with, in order
  Knowledge known = {};           // from all runs before those
  std::vector<int> owed = {};     // pages that no run could have yet, by their numbers in the latest; asked
                                  // for once when all else is done
  std::optional<PageName> named = {};  // tells how pages are named where `start` does not: by offsets
  bool certify = false;                // close every seam, whatever it takes
  int sweep = 0;                       // how many pages of known territory to look at when all else is done
};

struct PageRequest {
  Url url;
  int page = 1;
  bool again = false;  // a look that comes after the walk itself: at what was empty or could not be had, to
                       // close a seam, or of the sweep
  bool once = false;   // it was tried as often as anything is: once more will do
};

// A known card that was not where it must stand.
struct Absence {
  std::string url;
  size_t look;  // the how-manieth page told to showed() proved it, from 0
};

// The pages that will follow the one asked for if it shows what the pages before it did: what may be asked
// for before that one is read.
struct Foreseen {
  Paging paging;
  int next = 1, last = 1;  // their numbers
  Url url() const { return paging.address(next); }
};

// What a page that was fetched and stored showed.
struct Shown {
  int page = 1;  // as asked for
  Verdict verdict = Verdict::kListing;
  std::optional<int> page_count = {};
  std::optional<std::string> next = {};
  std::vector<std::string> urls = {};  // of its cards, in order
  bool leads_on = false;               // to what no address leads to: this is not where the listing ends
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
  // three in a row end it, and so does the first page of all. Once all others were walked it is asked for
  // again.
  void failed(int page);
  // Ends the walk from outside: budget, refusal, signal, storage. A walk that has nothing more to ask keeps
  // its reason; but a page that could not be stored was not seen, were it the last.
  void stop(StopReason reason);

  // Nothing where that is a guess: numbers that the site has not shown, the end of what is new, later looks.
  std::optional<Foreseen> foreseen() const;

  WalkPosition position() const { return stored(state_); }
  // Where the walk will stand once it has been told this; what is stored together with the page.
  WalkPosition position_after(const Shown& shown) const { return stored(after(shown)); }
  int pages_seen() const { return pages_seen_; }
  std::optional<int> last_page() const { return end_of(state_); }  // as far as known: for progress
  std::vector<int> missing() const { return position().missing; }
  // What this walk proved, with those it goes on with. partial: pages are missing, or it ended before its
  // end. complete: every seam proven, from the top to the end of what was to be walked. repaired: the same,
  // and cards were found that had slipped past. open: anything else.
  Coverage coverage() const;
  // The seams that are not proven, each by the pages on its two sides.
  std::vector<Chain::Seam> open_seams() const;
  // Why the verdict is open or partial: empty for any other.
  std::vector<Gap> gaps() const;
  int slipped() const { return chain_.slipped(); }
  bool reordered() const { return chain_.moved() > 0; }
  bool began_anew() const { return began_anew_; }
  // Known cards whose absence this walk proved, and that it met nowhere else: their place was shown, and
  // later the top of the listing, where posts go that are published anew.
  std::vector<Absence> absences() const;

 private:
  // All that next() and position() are made of, so that "what if" is a copy.
  struct State {
    WalkPosition position;
    Paging paging;
    std::optional<PageRequest> request = {};
    bool by_link = false;                        // the request came from a link that tells no number
    std::optional<int> pager_last = {};          // N as the latest pager shows it
    std::vector<int> owed = {};                  // as in the plan, where they stand now once it stopped
    std::deque<int> again = {};                  // pages of an earlier run, to be looked at before going on
    bool looked_again = false;                   // that run's last page was had
    std::optional<std::string> next_again = {};  // and its next link
    std::optional<StopReason> stopped = {};
    int failures_in_a_row = 0;
  };

  static WalkPosition stored(const State& state);
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
  bool ended_early() const;
  void commit(State state);
  // Looks that come after the walk itself.
  enum class Phase { kWalk, kUnsettled, kClosing, kSweep, kTop };
  void plan_look();
  void begin_sweep();
  std::optional<PageRequest> look_at(int page) const;
  std::optional<PageRequest> look_at_unsettled();
  bool settles(const Shown& shown) const;
  void carry_down(State& state, const std::vector<std::string>& shown) const;
  int fresh_in(const std::vector<std::string>& urls) const;
  void looked(const Shown* shown, const std::optional<Chain::Added>& added);
  bool ends_listing(const Shown& shown) const;
  std::optional<Chain::Added> join(const Shown& shown);
  bool moved_too_far(const Shown& shown, const std::optional<Chain::Added>& added) const;
  void begin_anew();
  void meet(const std::vector<std::string>& urls);
  void note_holes(const Shown& shown);
  std::vector<Absence> holes() const;
  bool was_met(const std::string& url) const;

  WalkPlan plan_;
  std::map<size_t, int>
      pages_shown_;  // which page had these cards, by a hash of them, to notice repeats in little memory
  std::set<size_t> asked_;       // a hash of each address that was asked for
  std::set<size_t> cards_seen_;  // a hash of each card's address
  std::map<int, Url> links_;     // addresses of pages that numbers do not tell
  std::vector<Absence> holes_;   // as one look showed them
  // The cards on each side of a seam, as it was first crossed.
  struct Crossing {
    int page;
    std::vector<std::string> urls;
    size_t look;
  };
  std::vector<Crossing> crossings_;
  std::set<std::string> top_;       // the cards of page 1
  std::optional<size_t> top_look_;  // the latest that showed the listing's top, down to what was known of it
  Chain chain_;
  std::optional<Closing> closing_;
  Phase phase_ = Phase::kWalk;
  std::optional<PageRequest> look_;  // when the walk itself is over
  struct Unsettled {                 // not believed yet
    int page;
    bool was_empty;  // else it could not be had
    size_t told;     // how many pages had been told by then
  };
  std::deque<Unsettled> unsettled_;
  std::deque<int> sweep_;
  int failed_looks_ = 0;
  size_t told_ = 0;
  Look last_look_;  // of the walk itself
  int newcomers_ = 0;
  int new_posts_ = 0;              // that no earlier run knew
  std::optional<int> last_count_;  // N as the latest page showed it
  bool count_changed_ = false;
  bool began_anew_ = false;
  int pages_seen_ = 0;
  State state_;
};

}  // namespace dekko
