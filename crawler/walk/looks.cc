// What the walk does when it is over: the looks that prove it, and what they show to be gone.
#include <algorithm>
#include <functional>
#include <set>

#include "core/limits.h"
#include "crawler/walk/sweep.h"
#include "crawler/walk/walk.h"

namespace dekko {

namespace {

// The listing was walked to where it was to be walked.
bool is_an_end(StopReason reason) {
  return reason == StopReason::kReachedLast || reason == StopReason::kNoNextLink ||
         reason == StopReason::kPastTheEnd || reason == StopReason::kOnlyKnown;
}

constexpr size_t kBeside = 6;  // cards on each side of a seam that are held against what was known

}  // namespace

void Walk::plan_look() {
  look_.reset();
  if (!state_.stopped || !is_an_end(*state_.stopped) || ended_early()) return;
  if (phase_ == Phase::kWalk) {
    phase_ = Phase::kUnsettled;
    // A listing that showed no sign of having moved is not looked at again, unless that is asked for.
    const bool still = !chain_.stirred() && !count_changed_;
    const int pages = pages_seen_ + static_cast<int>(plan_.before.size());
    closing_.emplace(plan_.certify ? Closing::Effort::kAll : Closing::Effort::kFew,
                     still && !plan_.certify ? 0 : pages);
  }
  if (phase_ == Phase::kUnsettled) {
    look_ = look_at_unsettled();
    if (!look_) phase_ = Phase::kClosing;
  }
  if (phase_ == Phase::kClosing) {
    const auto page = closing_->next(chain_);
    if (page) look_ = look_at(*page);
    if (!look_) begin_sweep();
  }
  while (phase_ == Phase::kSweep && !look_ && !sweep_.empty()) {
    look_ = look_at(sweep_.front());
    if (look_)
      look_->once = std::find(state_.owed.begin(), state_.owed.end(), look_->page) != state_.owed.end();
    if (!look_) sweep_.pop_front();
  }
  if (phase_ == Phase::kSweep && !look_) {
    phase_ = Phase::kTop;
    const std::vector<Absence> found = holes();
    const bool wanted = std::any_of(found.begin(), found.end(), [this](const Absence& hole) {
      return hole.look > top_look_.value_or(0) && !was_met(hole.url);
    });
    const bool to_certify = plan_.certify && chain_.stirred();
    if ((wanted || to_certify) && top_look_.value_or(0) + 1 < told_) look_ = look_at(1);
  }
}

// One that failed just now is not asked for in the same breath.
std::optional<PageRequest> Walk::look_at_unsettled() {
  while (!unsettled_.empty()) {
    const Unsettled& next = unsettled_.front();
    auto look = next.was_empty || next.told < told_ ? look_at(next.page) : std::nullopt;
    if (look) look->once = !next.was_empty;
    if (look) return look;
    unsettled_.pop_front();
  }
  return std::nullopt;
}

// A page is had when it shows cards; that it is empty is believed the second time, and beyond the end.
bool Walk::settles(const Shown& shown) const {
  const bool was_empty = phase_ == Phase::kUnsettled && unsettled_.front().was_empty;
  return shown.verdict == Verdict::kListing || was_empty ||
         shown.page >= shown.page_count.value_or(shown.page + 1);
}

void Walk::begin_sweep() {
  phase_ = Phase::kSweep;
  const std::vector<int> pages = sweep_pages(
      plan_.known, end_of(state_).value_or(plan_.known.pages(new_posts_)), plan_.sweep, new_posts_);
  std::set<int> all(pages.begin(), pages.end());
  all.insert(state_.owed.begin(), state_.owed.end());
  sweep_.assign(all.begin(), all.end());
}

// What was put in since moved the cards of a page on to one or two others. Those that this walk came to are
// no longer owed.
void Walk::carry_down(State& state, const std::vector<std::string>& shown) const {
  const int size = std::max({1, chain_.page_size(), static_cast<int>(shown.size())});
  const int new_posts = new_posts_ + fresh_in(shown), end = end_of(state).value_or(limits::kPages);
  std::set<int> pages;
  for (const int page : state.owed) {
    const int first = page + new_posts / size, last = page + (new_posts + size - 1) / size;
    for (const int now : {first, last}) pages.insert(std::min(now, end));
  }
  pages.erase(pages.begin(), pages.lower_bound(state.position.next_page));
  state.owed.assign(pages.begin(), pages.end());
}

// Cards that neither this walk nor an earlier one met before.
int Walk::fresh_in(const std::vector<std::string>& urls) const {
  return static_cast<int>(std::count_if(urls.begin(), urls.end(), [this](const std::string& url) {
    return !was_met(url) && !plan_.known.knows(url);
  }));
}

WalkPosition Walk::stored(const State& state) {
  WalkPosition position = state.position;
  std::vector<int>& missing = position.missing;
  missing.insert(missing.end(), state.owed.begin(), state.owed.end());
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  return position;
}

// Nothing where the page has no address that is known.
std::optional<PageRequest> Walk::look_at(int page) const {
  if (const auto link = links_.find(page); link != links_.end()) return PageRequest{link->second, page, true};
  if (page > 1 && !state_.paging.is_certain() && !links_.empty()) return std::nullopt;
  return PageRequest{state_.paging.address(page), page, true};
}

void Walk::looked(const Shown* shown, const std::optional<Chain::Added>& added) {
  failed_looks_ = shown ? 0 : failed_looks_ + 1;
  if (phase_ == Phase::kUnsettled) unsettled_.pop_front();
  if (phase_ == Phase::kClosing) closing_->looked(chain_, added);
  if (phase_ == Phase::kSweep) sweep_.pop_front();
  look_.reset();
  if (failed_looks_ < kFailuresThatEndAWalk) plan_look();
}

bool Walk::ends_listing(const Shown& shown) const {
  if (shown.leads_on) return false;
  if (shown.page_count) return shown.page >= *shown.page_count;
  return !shown.next && state_.stopped && *state_.stopped != StopReason::kOnlyKnown &&
         shown.page + 1 >= state_.position.next_page;
}

// Hands a page to the chain. Emptiness in the midst says nothing, emptiness beyond the end is the end.
std::optional<Chain::Added> Walk::join(const Shown& shown) {
  const bool listing = shown.verdict == Verdict::kListing;
  const bool empty = shown.verdict == Verdict::kPastTheEnd || shown.verdict == Verdict::kEmpty;
  const bool beyond = empty && shown.page > 1 && shown.page >= state_.pager_last.value_or(shown.page);
  if (!listing && !empty) return std::nullopt;
  if (empty && !beyond) {
    if (!look_ && shown.page > 1) unsettled_.push_back({shown.page, true, told_});
    return std::nullopt;
  }
  if (shown.page_count) {
    count_changed_ = count_changed_ || (last_count_ && *last_count_ != *shown.page_count);
    last_count_ = shown.page_count;
  }
  if (shown.page > 1) newcomers_ += plan_.known.newcomers_in(shown.urls);
  const auto added =
      chain_.add({.page = shown.page, .urls = shown.urls, .last = beyond || ends_listing(shown)});
  if (look_ || shown.urls.empty()) return added;
  const std::vector<std::string>& upper = last_look_.urls;
  if (!upper.empty() && last_look_.page + 1 == shown.page) {
    const bool known = newcomers_ == 0 && plan_.known.neighbours(upper.back(), shown.urls.front());
    if (known) chain_.vouch(upper.back(), shown.urls.front());
    Crossing crossing{
        last_look_.page,
        {upper.end() - static_cast<std::ptrdiff_t>(std::min(kBeside, upper.size())), upper.end()},
        told_ - 1};
    for (size_t i = 0; i < std::min(kBeside, shown.urls.size()); ++i) crossing.urls.push_back(shown.urls[i]);
    crossings_.push_back(std::move(crossing));
  }
  last_look_ = {.page = shown.page, .urls = shown.urls};
  return added;
}

bool Walk::moved_too_far(const Shown& shown, const std::optional<Chain::Added>& added) const {
  if (!plan_.resume || plan_.before.empty() || told_ != 1 || !added || shown.verdict != Verdict::kListing)
    return false;
  const bool was_seen = std::any_of(plan_.before.begin(), plan_.before.end(),
                                    [&](const Look& look) { return look.page == shown.page; });
  return was_seen && !added->shift;
}

void Walk::begin_anew() {
  plan_.resume.reset();
  plan_.before.clear();
  chain_ = Chain();
  pages_shown_.clear();
  asked_.clear();
  began_anew_ = true;
  commit(begun());
}

void Walk::note_holes(const Shown& shown) {
  if (shown.page == 1) {
    const bool joins = std::any_of(shown.urls.begin(), shown.urls.end(),
                                   [this](const std::string& url) { return top_.contains(url); });
    if (joins || phase_ == Phase::kWalk) top_look_ = told_;
    top_.insert(shown.urls.begin(), shown.urls.end());
  }
  const Knowledge::Edges edges{.top = shown.page == 1, .end = ends_listing(shown)};
  for (Knowledge::Hole& hole : plan_.known.holes_in(shown.urls, edges))
    holes_.push_back({std::move(hole.url), told_});
}

bool Walk::was_met(const std::string& url) const {
  return cards_seen_.contains(std::hash<std::string>{}(url));
}

// On one page, and between the edges of two where that seam was closed.
std::vector<Absence> Walk::holes() const {
  std::set<int> open;
  for (const Chain::Seam& seam : open_seams()) open.insert(seam.above_page);
  std::vector<Absence> holes = holes_;
  for (const Crossing& crossing : crossings_) {
    if (open.contains(crossing.page)) continue;
    for (Knowledge::Hole& hole : plan_.known.holes_in(crossing.urls, {})) {
      holes.push_back({std::move(hole.url), crossing.look});
    }
  }
  return holes;
}

std::vector<Absence> Walk::absences() const {
  std::vector<Absence> absences;
  // Where cards change places, one that is not in its own may stand in another.
  const bool covered = coverage() == Coverage::kComplete || coverage() == Coverage::kRepaired;
  if (!top_look_ || (reordered() && !covered)) return absences;
  std::set<std::string> named;
  for (Absence& hole : holes()) {
    if (hole.look <= *top_look_ && !was_met(hole.url) && named.insert(hole.url).second)
      absences.push_back(std::move(hole));
  }
  return absences;
}

}  // namespace dekko
