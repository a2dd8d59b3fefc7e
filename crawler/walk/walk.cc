#include "crawler/walk/walk.h"

#include <algorithm>
#include <functional>

#include "core/limits.h"

namespace dekko {

namespace {

std::string_view name_of(WalkPlan::Mode mode) {
  switch (mode) {
    case WalkPlan::Mode::kRange:
      return "range";
    case WalkPlan::Mode::kAll:
      return "all";
    case WalkPlan::Mode::kNew:
      return "new";
  }
  return "all";
}

size_t hash_of(const std::string& text) {
  return std::hash<std::string>{}(text);
}

size_t hash_of(const std::vector<std::string>& urls) {
  std::string joined;
  for (const std::string& url : urls) joined.append(url).append("\n");
  return hash_of(joined);
}

bool is_listing(Verdict verdict) {
  return verdict == Verdict::kListing;
}

bool is_empty(Verdict verdict) {
  return verdict == Verdict::kPastTheEnd || verdict == Verdict::kEmpty;
}

}  // namespace

Walk::Walk(WalkPlan plan) : plan_(std::move(plan)), state_(begun()) {
  for (const Look& look : plan_.before) {
    chain_.add(look);
    if (!look.urls.empty()) pages_shown_.emplace(hash_of(look.urls), look.page);
    meet(look.urls);
  }
  chain_.pause();
  commit(state_);
}

Walk::State Walk::begun() const {
  State state{.position = plan_.resume.value_or(WalkPosition{}), .paging = Paging(plan_.start)};
  WalkPosition& position = state.position;
  position.mode = name_of(plan_.mode);
  if (plan_.named) state.paging.take_up(plan_.named->url, plan_.named->page);
  if (!plan_.resume) {
    const int first = plan_.mode == WalkPlan::Mode::kRange ? std::max(1, plan_.first) : 1;
    position.last_page = plan_.last;
    state.owed = plan_.owed;
    if (first > plan_.last.value_or(limits::kPages)) {
      state.stopped = StopReason::kReachedLast;
    } else {
      ask(state, state.paging.address(first), first);
    }
    return state;
  }
  position.next_page = std::max(1, position.next_page);
  std::sort(position.missing.begin(), position.missing.end());
  state.pager_last = position.last_page;
  const Result<Url> next = Url::parse(position.next_url);
  if (next && !state.paging.take_up(*next, position.next_page)) {
    ask(state, *next, position.next_page, true);
    return state;
  }
  state.again.assign(position.missing.begin(), position.missing.end());
  std::erase(state.again, position.next_page - 1);
  if (position.next_page > 1) state.again.push_front(position.next_page - 1);
  next_look(state);
  return state;
}

std::variant<PageRequest, StopReason> Walk::next() const {
  if (!state_.stopped) return *state_.request;
  if (look_) return *look_;
  return *state_.stopped;
}

std::optional<Foreseen> Walk::foreseen() const {
  if (state_.stopped || state_.by_link || !state_.again.empty() || plan_.mode == WalkPlan::Mode::kNew)
    return std::nullopt;
  const int page = state_.request->page;
  const std::optional<int> end = end_of(state_);
  if (!state_.paging.is_certain() || page >= end.value_or(page)) return std::nullopt;
  return Foreseen{state_.paging, page + 1, *end};
}

void Walk::commit(State state) {
  state_ = std::move(state);
  if (state_.request) asked_.insert(hash_of(state_.request->url.text()));
}

void Walk::showed(const Shown& shown) {
  if (state_.stopped && !look_) return;
  if (is_listing(shown.verdict)) {
    meet(shown.urls);
    note_holes(shown);
    ++pages_seen_;
  }
  ++told_;
  if (look_) {
    commit(after(shown));
    return looked(&shown, phase_ == Phase::kSweep ? std::nullopt : join(shown));
  }
  if (state_.by_link) links_.insert_or_assign(state_.request->page, state_.request->url);
  commit(after(shown));
  const auto added = join(shown);
  if (moved_too_far(shown, added)) return begin_anew();
  if (is_listing(shown.verdict)) pages_shown_.emplace(hash_of(shown.urls), shown.page);
  plan_look();
}

void Walk::meet(const std::vector<std::string>& urls) {
  new_posts_ += fresh_in(urls);
  for (const std::string& url : urls) cards_seen_.insert(hash_of(url));
}

void Walk::failed(int) {
  if (look_) return looked(nullptr, std::nullopt);
  if (state_.stopped) return;
  const int page = state_.request->page;
  commit(after_failure());
  const std::vector<int>& missing = state_.position.missing;
  if (std::binary_search(missing.begin(), missing.end(), page)) unsettled_.push_back({page, false, told_});
  plan_look();
}

void Walk::stop(StopReason reason) {
  if (state_.stopped && !look_ && reason != StopReason::kStorageFailed) return;
  state_.stopped = reason;
  look_.reset();
}

Walk::State Walk::after(const Shown& shown) const {
  State state = state_;
  if (state.stopped && !look_) return state;
  if (!is_listing(shown.verdict) && !is_empty(shown.verdict)) {
    state.stopped = StopReason::kNotTheListing;
    return state;
  }
  if (look_) {
    if (phase_ == Phase::kUnsettled && settles(shown)) std::erase(state.position.missing, look_->page);
    if (phase_ == Phase::kSweep && settles(shown)) std::erase(state.owed, look_->page);
    return state;
  }
  if (shown.page_count) state.pager_last = std::clamp(*shown.page_count, 1, limits::kPages);
  state.position.last_page = plan_.last ? plan_.last : state.pager_last;
  if (is_empty(shown.verdict)) {
    take_emptiness(state, state.request->page);
  } else {
    take_cards(state, shown);
  }
  if (state.stopped) carry_down(state, shown.urls);
  return state;
}

void Walk::take_cards(State& state, const Shown& shown) const {
  state.failures_in_a_row = 0;
  if (!state.again.empty()) return look_again(state, shown);
  const int page = state.request->page;
  const auto earlier = pages_shown_.find(hash_of(shown.urls));
  if (!shown.urls.empty() && earlier != pages_shown_.end() && earlier->second != page) {
    state.stopped = StopReason::kRepeatedPage;
    return;
  }
  go_on(state, page, shown.next);
  const bool known = plan_.mode == WalkPlan::Mode::kNew && plan_.known.reaches(shown.urls);
  if (!state.stopped && known) state.stopped = StopReason::kOnlyKnown;
}

// An empty page with numbers beyond it is not believed: it counts as missing until a later look says the
// same.
void Walk::take_emptiness(State& state, int page) const {
  const bool beyond = page >= state.pager_last.value_or(page);
  if (page == 1) {
    state.stopped = StopReason::kEmptyListing;
  } else if (!state.again.empty()) {
    if (beyond) std::erase(state.position.missing, page);
    state.looked_again = state.looked_again || page == state.position.next_page - 1;
    state.again.pop_front();
    next_look(state);
  } else if (beyond) {
    state.stopped = StopReason::kPastTheEnd;
  } else {
    lose(state, page, StopReason::kPastTheEnd);
  }
}

Walk::State Walk::after_failure() const {
  State state = state_;
  if (!state.again.empty()) {
    state.again.pop_front();
    if (++state.failures_in_a_row >= kFailuresThatEndAWalk) {
      state.stopped = StopReason::kFetchFailed;
    } else {
      next_look(state);
    }
    return state;
  }
  const bool first_of_all = pages_seen_ == 0 && !plan_.resume && state.position.missing.empty();
  if (first_of_all || state.by_link || !end_of(state)) {
    state.stopped = StopReason::kFetchFailed;
  } else {
    lose(state, state.request->page, StopReason::kFetchFailed);
  }
  if (state.stopped) carry_down(state, {});
  return state;
}

void Walk::lose(State& state, int page, StopReason reason) const {
  std::vector<int>& missing = state.position.missing;
  const auto at = std::lower_bound(missing.begin(), missing.end(), page);
  if (at == missing.end() || *at != page) missing.insert(at, page);
  go_on(state, page, std::nullopt);
  if (++state.failures_in_a_row >= kFailuresThatEndAWalk) state.stopped = reason;
}

void Walk::look_again(State& state, const Shown& shown) const {
  const int page = state.again.front();
  state.again.pop_front();
  std::erase(state.position.missing, page);
  if (page == state.position.next_page - 1) {
    state.looked_again = true;
    state.next_again = shown.next;
    if (shown.next) state.paging.read(*shown.next, page);
  }
  next_look(state);
}

// The next page that an earlier run leaves to look at, or on from where it stood.
void Walk::next_look(State& state) const {
  const int next_page = state.position.next_page;
  const bool nameable =
      next_page <= end_of(state).value_or(0) || !state.position.next_url.empty() || next_page == 1;
  if (!state.again.empty()) {
    const int page = state.again.front();
    state.request = PageRequest{state.paging.address(page), page};
  } else if (state.looked_again) {
    go_on(state, next_page - 1, state.next_again);
  } else if (nameable) {
    ask(state, state.paging.address(next_page), next_page);
  } else {
    state.stopped = StopReason::kFetchFailed;
  }
}

void Walk::go_on(State& state, int page, const std::optional<std::string>& next) const {
  state.position.next_page = page + 1;
  state.position.next_url.clear();
  const auto link = next ? state.paging.read(*next, page) : std::nullopt;
  const std::optional<int> end = end_of(state);
  const int reach = std::max(end.value_or(0), link ? link->page.value_or(0) : 0);
  const bool new_link = link && !link->page && !asked_.contains(hash_of(link->url.text()));
  if (page >= plan_.last.value_or(limits::kPages)) {
    state.stopped = plan_.last ? StopReason::kReachedLast : StopReason::kBudget;
  } else if (new_link && (page >= reach || !state.paging.is_certain())) {
    ask(state, link->url, page + 1, true);
  } else if (page < reach) {
    ask(state, state.paging.address(page + 1), page + 1);
  } else if (end) {
    state.stopped = StopReason::kReachedLast;
  } else {
    state.stopped = link ? StopReason::kRepeatedPage : StopReason::kNoNextLink;
  }
}

void Walk::ask(State& state, const Url& url, int page, bool by_link) const {
  state.request = PageRequest{url, page};
  state.by_link = by_link;
  state.position.next_page = page;
  // What the listing's own address tells need not be stored.
  const bool told = !by_link && url == plan_.start.of_page(page);
  state.position.next_url = told ? std::string() : url.text();
}

std::optional<int> Walk::end_of(const State& state) const {
  if (!plan_.last || !state.pager_last) return plan_.last ? plan_.last : state.pager_last;
  return std::min(*plan_.last, *state.pager_last);
}

bool Walk::ended_early() const {
  if (!state_.stopped) return true;
  switch (*state_.stopped) {
    case StopReason::kBudget:
    case StopReason::kRefused:
    case StopReason::kFetchFailed:
    case StopReason::kNotTheListing:
    case StopReason::kInterrupted:
    case StopReason::kStorageFailed:
      return true;
    case StopReason::kRepeatedPage:
    case StopReason::kPastTheEnd:
      return pages_seen_ == 0 || state_.position.next_page <= end_of(state_).value_or(0);
    case StopReason::kReachedLast:
    case StopReason::kNoNextLink:
    case StopReason::kOnlyKnown:
      return pages_seen_ == 0;
    case StopReason::kEmptyListing:
      break;
  }
  return false;
}

}  // namespace dekko
