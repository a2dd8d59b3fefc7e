#include "app/crawl.h"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "app/past.h"
#include "app/revisits.h"
#include "app/shown.h"

namespace dekko {

namespace {

WalkPlan::Mode mode_of(std::string_view name) {
  if (name == "range") return WalkPlan::Mode::kRange;
  return name == "new" ? WalkPlan::Mode::kNew : WalkPlan::Mode::kAll;
}

}  // namespace

Crawl::Crawl(const CrawlTools& tools, ListingPlan plan, ArchiveWriter archive)
    : tools_(tools),
      plan_(std::move(plan)),
      address_(page_address(plan_.url, plan_.profile->noise)),
      keeper_({.store = tools.store,
               .archive_folder = tools.archive_folder,
               .profile = *plan_.profile,
               .listing = address_.listing.text(),
               .source = plan_.source},
              std::move(archive)) {}

Result<void> Crawl::begin() {
  report_.listing = address_.listing.text();
  report_.kind = "crawl";
  report_.profile = plan_.profile->name;
  started_ = tools_.clock.steady();
  if (const Result<void> chosen = choose_walk(report_.listing); !chosen) return chosen;
  const Result<RunId> run = keeper_.begin({.listing = report_.listing,
                                           .kind = report_.kind,
                                           .profile = report_.profile,
                                           .started = tools_.clock.now(),
                                           .continues = report_.continues,
                                           .permission = plan_.permission,
                                           .read_by = {plan_.profile->text, plan_.profile->fingerprint},
                                           .source = plan_.source,
                                           .position = walk_->position()});
  if (!run) return run.error();
  report_.run = *run;
  return {};
}

// What the user asked for, or on from where an earlier run stood, or all, or what is new.
Result<void> Crawl::choose_walk(const std::string& listing) {
  const Result<std::optional<ResumePoint>> resume = tools_.store.resume_point(listing);
  if (!resume) return resume.error();
  const Result<bool> seen = tools_.store.has_seen(listing);
  if (!seen) return seen.error();
  std::optional<RunId> resumed;
  WalkPlan walk{.start = address_, .mode = *seen ? WalkPlan::Mode::kNew : WalkPlan::Mode::kAll};
  if (plan_.pages) {
    walk.mode = plan_.pages->mode;
    walk.first = plan_.pages->first;
    walk.last = plan_.pages->last;
  }
  const bool takes_up = *resume && (!plan_.pages || walk.mode == WalkPlan::Mode::kNew);
  if (takes_up && (*resume)->over) {
    walk.owed = (*resume)->position.missing;
  } else if (takes_up) {
    walk.mode = mode_of((*resume)->position.mode);
    walk.resume = (*resume)->position;
    report_.continues = (*resume)->run;
    resumed = (*resume)->walk;
    tools_.console.say(
        fmt::format("going on at page {}, where run {} stood", walk.resume->next_page, (*resume)->run));
  }
  walk.certify = plan_.certify;
  const Result<void> recalled = recall(walk, tools_.store, listing, resumed, plan_.sweep);
  if (!recalled) return recalled;
  walk_.emplace(std::move(walk));
  return {};
}

std::optional<Request> Crawl::next() {
  std::optional<Request> request = decide();
  for (const std::string& words : std::exchange(unsaid_, {})) tools_.console.say(words);
  return request;
}

std::optional<Request> Crawl::decide() {
  while (!over_) {
    if (!visit_) {
      const std::variant<PageRequest, StopReason> wanted = walk_->next();
      if (const auto* reason = std::get_if<StopReason>(&wanted)) {
        conclude(*reason);
        break;
      }
      const PageRequest& page = std::get<PageRequest>(wanted);
      page_wanted_ = page.page;
      visit_.emplace(page.url, Purpose::kPage, plan_.profile->noise, page.once ? 1 : kTries);
    }
    std::variant<Request, VisitEnd> step =
        visit_->next(tools_.politeness, tools_.clock.now(), report_.counters);
    if (auto* request = std::get_if<Request>(&step)) return std::move(*request);
    take(std::get<VisitEnd>(std::move(step)));
  }
  return std::nullopt;
}

// A page that is looked at again because of what came the first time is asked for whole.
void Crawl::add_validators(Request& request) const {
  if (request.purpose != Purpose::kPage) return;
  const Result<std::optional<PageCopy>> copy = tools_.recall.page(report_.listing, request.url);
  if (!copy || !*copy ||
      (*copy)->profile_fingerprint != reading_fingerprint(plan_.profile->at(tools_.clock.now())))
    return;
  if (!is_in_archive(**copy, tools_.archive_folder)) return;
  request.if_none_match = (*copy)->etag;
  request.if_modified_since = (*copy)->last_modified;
}

Keeper::Place Crawl::place() const {
  return {.page = page_wanted_, .before = walk_->position(), .after = [this](const Shown& shown) {
            return walk_->position_after(shown);
          }};
}

std::optional<Foreseen> Crawl::foreseen() const {
  const bool plain = visit_ && visit_->purpose() == Purpose::kPage && visit_->asked() == visit_->url();
  return plain && !visit_->is_on_errand() ? walk_->foreseen() : std::nullopt;
}

Result<std::optional<Stored>> Crawl::store(Filed filed) {
  ++report_.requests;
  report_.bytes += filed.delivery.line.bytes;
  if (filed.failure) {
    lost(*filed.failure);
    return std::optional<Stored>();
  }
  if (filed.delivery.ahead && !expects(filed.delivery.answer.url)) {
    ++report_.counters["asked for too early"];
    const Result<void> stored = keeper_.store_unasked(filed, place());
    return stored ? Result<std::optional<Stored>>(std::optional<Stored>()) : stored.error();
  }
  const bool is_page = is_plain_page(filed.delivery.answer);
  Result<Stored> stored = keeper_.store(std::move(filed), place());
  if (!stored) return stored.error();
  if (!is_page) return std::optional(std::move(*stored));
  heard(std::move(*stored));
  settle();
  return std::optional<Stored>();
}

// The page that was asked for ahead, if it is the one that the walk wants now.
bool Crawl::expects(const Url& url) {
  settle();
  if (visit_ || over_) return false;
  const std::variant<PageRequest, StopReason> wanted = walk_->next();
  const auto* page = std::get_if<PageRequest>(&wanted);
  if (!page || page->url != url) return false;
  page_wanted_ = page->page;
  visit_.emplace(page->url, Purpose::kPage, plan_.profile->noise);
  return true;
}

void Crawl::settle() {
  if (visit_ && visit_->end()) take(VisitEnd(*visit_->end()));
}

// What failed first says why; what fails after it only follows.
void Crawl::lost(const Error& why) {
  if (std::exchange(lost_, true)) return;
  stop(StopReason::kStorageFailed, why.message());
}

void Crawl::heard(Stored stored) {
  if (over_ || !visit_) return;  // stopped meanwhile
  if (std::holds_alternative<Interrupted>(stored.outcome)) return stop(StopReason::kInterrupted);
  const bool was_on_errand = visit_->is_on_errand();
  visit_->heard(std::move(stored), tools_.politeness, tools_.clock.now(), report_.counters);
  if (!was_on_errand || visit_->is_on_errand()) return;
  const Url& url = visit_->url();
  if (auto copy = tools_.politeness.gate.copy(url))
    keeper_.remember(std::string(url.origin()), std::move(*copy));
}

void Crawl::take(VisitEnd end) {
  std::visit([this](const auto& what) { take(what); }, end);
}

void Crawl::take(const PageSeen& seen) {
  const bool first_look = visit_->purpose() == Purpose::kPage;
  const bool good = is_the_listing(seen.shown.verdict);
  const Url wanted = visit_->asked();
  visit_.reset();
  count(seen);
  if (!seen.pinned.empty()) {
    report_.profile = seen.pinned;
    unsaid_.push_back(
        fmt::format("{}: inferred a profile from two pages and pinned it in the database as {}; "
                    "`dekko profile show {}` prints it",
                    report_.listing, seen.pinned, seen.pinned));
  }
  if (seen.shown.leads_on) {
    ++report_.counters["pages that lead on by script alone"];
    unsaid_.push_back(fmt::format("{}: page {} leads on by script alone, which dekko does not run: what comes after it is "
                                  "not had; `dekko extract --explain` names the control",
                                  seen.url.text(), seen.shown.page));
  }
  if (good) unrecognized_ = 0;
  // Two in a row: this page and the one before, or this one at two looks.
  if (!good && first_look && unrecognized_ == 0) {
    // A page that is not the listing may be a passing fault of the site: one more look, then it is believed.
    ++report_.counters["looked again"];
    visit_.emplace(wanted, Purpose::kRecheck, plan_.profile->noise);
    return;
  }
  if (!good) {
    report_.why = fmt::format("page {} is {}: {}", page_wanted_, to_text(seen.shown.verdict),
                              seen.first_problem.empty() ? seen.url.text() : seen.first_problem);
  }
  told_.push_back(seen.applied.capture_id);
  if (seen.shown.verdict == Verdict::kUnrecognized && unrecognized_++ == 0 && walk_->pages_seen() > 0)
    return walk_->failed(page_wanted_);  // one odd page is passed over
  walk_->showed(seen.shown);
}

void Crawl::take(const RefusedByRobots& refused) {
  report_.robots_unreachable = refused.unreachable;
  const RobotsVerdict& verdict = refused.verdict;
  stop(StopReason::kRefused,
       verdict.line > 0 ? fmt::format("line {}: {}", verdict.line, verdict.text) : verdict.text);
}

void Crawl::take(const NotHad& failure) {
  const bool looking_again = visit_->purpose() == Purpose::kRecheck;
  unsaid_.push_back(fmt::format("{}: {}", visit_->asked().text(), failure.reason));
  visit_.reset();
  ++report_.counters["page not had"];
  if (looking_again) {
    return stop(StopReason::kNotTheListing,
                fmt::format("page {} is not the listing, and could not be looked at again", page_wanted_));
  }
  report_.why = fmt::format("page {}: {}", page_wanted_, failure.reason);
  if (failure.login) return stop(StopReason::kNotTheListing, report_.why);
  if (failure.rests) return stop(StopReason::kFetchFailed, report_.why);
  walk_->failed(page_wanted_);
}

void Crawl::count(const PageSeen& seen) {
  ++report_.pages;
  report_.items_new += seen.applied.new_items;
  report_.items_changed += seen.applied.changed_items;
  report_.problems += seen.problems;
  if (seen.unchanged) ++report_.counters["unchanged"];
  if (seen.not_archived) ++report_.counters["body not archived: the site asks for it"];
  if (seen.shown.verdict == Verdict::kListing)
    for (const std::string& url : seen.shown.urls) cards_seen_.insert(std::hash<std::string>{}(url));
  report_.items_seen = static_cast<int>(cards_seen_.size());
}

void Crawl::stop(StopReason reason, std::string why) {
  if (over_) return;
  if (!why.empty()) report_.why = std::move(why);
  walk_->stop(reason);
  visit_.reset();
}

// What the walk proved: its coverage, and what is gone.
void Crawl::conclude(StopReason reason) {
  over_ = true;
  const bool odd_end = unrecognized_ > 0 && reason == StopReason::kFetchFailed;
  report_.reason = odd_end ? StopReason::kNotTheListing : reason;
  report_.coverage = walk_->coverage();
  report_.missing = walk_->missing();
  report_.last_page = walk_->last_page();
  report_.began_anew = walk_->began_anew();
  report_.slipped = walk_->slipped();
  report_.reordered = walk_->reordered();
  report_.gaps = walk_->gaps();
  for (const Chain::Seam& seam : walk_->open_seams())
    report_.open_seams.emplace_back(seam.above_page, seam.below_page);
  if (!lost_) missing_ = missing_items(*walk_, told_);
  report_.took = tools_.clock.steady() - started_;
}

Result<RunReport> Crawl::finish() {
  const Result<int> ended = keeper_.finish({.ended = tools_.clock.now(),
                                            .reason = report_.reason,
                                            .coverage = report_.coverage,
                                            .gaps = report_.gaps},
                                           missing_);
  if (!ended && report_.reason != StopReason::kStorageFailed) return ended.error();
  if (ended) report_.items_missing = *ended;
  return report_;
}

CrawlProgress Crawl::progress() const {
  return {.host = std::string(plan_.url.host()),
          .page = page_wanted_,
          .last_page = walk_->last_page(),
          .pages = report_.pages,
          .items_new = report_.items_new,
          .items_changed = report_.items_changed,
          .left = time_left()};
}

std::optional<Seconds> Crawl::time_left() const {
  const auto last = walk_->last_page();
  if (!last) return std::nullopt;
  const Seconds each = (tools_.clock.steady() - started_) / std::max(1, walk_->pages_seen());
  return each * std::max(0, *last - page_wanted_);
}

}  // namespace dekko
