#include "app/crawl.h"

#include <fmt/format.h>

#include "app/past.h"

namespace dekko {

namespace {

WalkPlan::Mode mode_of(std::string_view name) {
  if (name == "range") return WalkPlan::Mode::kRange;
  return name == "new" ? WalkPlan::Mode::kNew : WalkPlan::Mode::kAll;
}

bool is_the_listing(Verdict verdict) {
  return verdict == Verdict::kListing || verdict == Verdict::kPastTheEnd || verdict == Verdict::kEmpty;
}

Shown shown_by(const Page& page, const PageRequest& wanted) {
  Shown shown{.page = wanted.page,
              .verdict = page.verdict,
              .page_count = page.page_count,
              .next = page.next};
  for (const Card& card : page.cards) shown.urls.push_back(card.url);
  return shown;
}

template <class... F>
struct Cases : F... {
  using F::operator()...;
};

}  // namespace

Crawl::Crawl(CrawlTools& tools, ListingPlan plan)
    : tools_(tools),
      plan_(std::move(plan)),
      address_(page_address(plan_.url, plan_.profile->noise)),
      visitor_({.fetcher = tools.fetcher,
                .archive = tools.archive,
                .archive_folder = tools.archive_folder,
                .gate = tools.gate,
                .pacer = tools.pacer,
                .clock = tools.clock,
                .interrupt = tools.interrupt,
                .budget = tools.budget,
                .note = [this](const LedgerLine& line) { return tools_.store.note_request(report_.run, line); },
                .hop = [this](const Capture& capture) -> Result<void> {
                  const auto id = tools_.store.note_capture(report_.run, capture, page_wanted_, position_);
                  return id ? Result<void>() : Result<void>(id.error());
                },
                .waiting = [this](Seconds pause) { tools_.console.progress(fmt::format(
                    "page {} · waiting {}", page_wanted_, time_text(pause))); }}) {}

Result<RunReport> Crawl::run() {
  Result<Walk> begun = begin();
  if (!begun) return begun.error();
  Walk& walk = *begun;
  for (;;) {
    // 1. The walk names the next page, or why there is none.
    const std::variant<PageRequest, StopReason> next = walk.next();
    if (const auto* reason = std::get_if<StopReason>(&next)) {
      report_.reason = *reason;
      break;
    }
    position_ = walk.position();
    step(walk, std::get<PageRequest>(next));
  }
  // 10. The run's end, with everything that was counted.
  conclude(walk);
  report_.requests = visitor_.requests();
  report_.bytes = visitor_.bytes();
  report_.took = tools_.clock.steady() - started_;
  for (const auto& [reason, count] : visitor_.counters()) report_.counters[reason] += count;
  tools_.console.end_progress();
  const Result<void> ended = tools_.store.finish_run(
      report_.run, {.ended = tools_.clock.now(), .reason = report_.reason, .coverage = report_.coverage});
  if (!ended && report_.reason != StopReason::kStorageFailed) return ended.error();
  return report_;
}

// Decides what to walk: what the user asked for, or on from where an earlier run stood, or all, or what is new.
Result<Walk> Crawl::begin() {
  const std::string& listing = address_.listing.text();
  started_ = tools_.clock.steady();
  const Result<std::optional<ResumePoint>> resume = tools_.store.resume_point(listing);
  if (!resume) return resume.error();
  const Result<bool> seen = tools_.store.has_seen(listing);
  if (!seen) return seen.error();
  WalkPlan walk{.start = address_, .mode = *seen ? WalkPlan::Mode::kNew : WalkPlan::Mode::kAll};
  if (plan_.pages) {
    walk.mode = plan_.pages->mode;
    walk.first = plan_.pages->first;
    walk.last = plan_.pages->last;
  } else if (*resume && (*resume)->position.mode != "range") {
    walk.mode = mode_of((*resume)->position.mode);
    walk.resume = (*resume)->position;
    report_.continues = (*resume)->run;
    tools_.console.say(fmt::format("going on at page {}, where run {} stood", walk.resume->next_page, (*resume)->run));
  }
  walk.certify = plan_.certify;
  if (const Result<void> recalled = recall(walk, tools_.store, listing, plan_.sweep); !recalled) return recalled.error();
  report_.listing = listing;
  report_.kind = "crawl";
  report_.profile = plan_.profile->name;
  const Result<RunId> run = tools_.store.begin_run({.listing = listing,
                                                    .kind = report_.kind,
                                                    .profile = report_.profile,
                                                    .started = tools_.clock.now(),
                                                    .continues = report_.continues});
  if (!run) return run.error();
  report_.run = *run;
  return Walk(std::move(walk));
}

// What the walk proved: its coverage, and what is gone.
void Crawl::conclude(const Walk& walk) {
  report_.coverage = walk.coverage();
  report_.missing = walk.missing();
  report_.last_page = walk.last_page();
  report_.began_anew = walk.began_anew();
  report_.slipped = walk.slipped();
  report_.reordered = walk.reordered();
  for (const Chain::Seam& seam : walk.open_seams()) report_.open_seams.emplace_back(seam.above_page, seam.below_page);
  const Result<int> marked = tools_.store.mark_missing(report_.run, missing_items(walk, told_));
  if (marked) report_.items_missing = *marked;
  if (!marked) tools_.console.complain(marked.error());
}

void Crawl::step(Walk& walk, const PageRequest& wanted) {
  page_wanted_ = wanted.page;
  // 2. to 5. Robots, pause, transfer, archive: what arrives is on disk.
  std::visit(Cases{
                 [&](const Arrived& arrived) { take(walk, wanted, arrived.capture, Purpose::kPage); },
                 [&](const RefusedByRobots& refused) {
                   report_.robots_unreachable = refused.unreachable;
                   stop(walk, StopReason::kRefused,
                        refused.verdict.line > 0
                            ? fmt::format("line {}: {}", refused.verdict.line, refused.verdict.text)
                            : refused.verdict.text);
                 },
                 [&](const NotHad& failure) {
                   report_.why = fmt::format("page {}: {}", wanted.page, failure.reason);
                   ++report_.counters["page not had"];
                   tools_.console.say(fmt::format("{}: {}", wanted.url.text(), failure.reason));
                   walk.failed(wanted.page);
                 },
                 [&](const OverBudget&) { stop(walk, StopReason::kBudget, ""); },
                 [&](const Stopped&) { stop(walk, StopReason::kInterrupted, ""); },
                 [&](const NotStored& failure) {
                   stop(walk, StopReason::kStorageFailed, failure.error.message());
                 },
             },
             visitor_.visit(wanted.url, Purpose::kPage));
}

void Crawl::take(Walk& walk, const PageRequest& wanted, const Capture& capture, Purpose purpose) {
  // 6. and 7. From the archived record to cards and a verdict.
  Page page = read(wanted, capture);
  const int asked = page_address(wanted.url, plan_.profile->noise).page;
  const int answered = page_address(capture.url, plan_.profile->noise).page;
  if (answered != asked) {
    report_.why = fmt::format("page {}: redirected to page {}", wanted.page, answered);
    ++report_.counters["redirected to another page"];
    walk.failed(wanted.page);
    return;
  }
  const bool good = is_the_listing(page.verdict);
  const WalkPosition position = good ? walk.position_after(shown_by(page, wanted)) : walk.position();
  // 8. One transaction: from here the page is durable.
  const Result<Applied> applied = tools_.store.apply(report_.run, capture, page, position);
  if (!applied) {
    return stop(walk, StopReason::kStorageFailed, applied.error().message());
  }
  count(page, *applied);
  if (!good && purpose == Purpose::kPage) return look_again(walk, wanted);
  if (!good) {
    report_.why = fmt::format("page {} is {}: {}", wanted.page, to_text(page.verdict),
                              page.problems.empty() ? capture.url.text() : page.problems.front().reason);
  }
  // 9. The walk hears what the page showed.
  told_.push_back(applied->capture_id);
  walk.showed(shown_by(page, wanted));
  show_progress(walk, tools_.pacer.pause(capture.url));
}

// A page that is not the listing may be a passing fault of the site: one more look, then it is believed.
void Crawl::look_again(Walk& walk, const PageRequest& wanted) {
  ++report_.counters["looked again"];
  const Visit visit = visitor_.visit(wanted.url, Purpose::kRecheck);
  if (const auto* arrived = std::get_if<Arrived>(&visit)) return take(walk, wanted, arrived->capture, Purpose::kRecheck);
  if (std::holds_alternative<Stopped>(visit)) return stop(walk, StopReason::kInterrupted, "");
  stop(walk, StopReason::kNotTheListing, fmt::format("page {} is not the listing, and could not be looked at again",
                                                     wanted.page));
}

Page Crawl::read(const PageRequest& wanted, const Capture& capture) const {
  Result<Page> page = extract(capture, *plan_.profile);
  if (!page) {
    Page unreadable{.url = capture.url.text(), .page = wanted.page, .profile = plan_.profile->name};
    unreadable.verdict = Verdict::kNotAListing;
    unreadable.problems.push_back({.field = "body", .reason = page.error().detail});
    page = std::move(unreadable);
  }
  // A listing that redirects to its canonical address stays the listing that was asked for.
  page->listing = report_.listing;
  return std::move(*page);
}

void Crawl::count(const Page& page, const Applied& applied) {
  ++report_.pages;
  report_.items_new += applied.new_items;
  report_.items_changed += applied.changed_items;
  report_.problems += static_cast<int>(page.problems.size());
  if (page.verdict == Verdict::kListing) {
    for (const Card& card : page.cards) urls_seen_.insert(card.url);
  }
  for (const Card& card : page.cards) report_.problems += static_cast<int>(card.problems.size());
  report_.items_seen = static_cast<int>(urls_seen_.size());
}

void Crawl::stop(Walk& walk, StopReason reason, std::string why) {
  report_.why = std::move(why);
  walk.stop(reason);
}

void Crawl::show_progress(const Walk& walk, Seconds pause) {
  std::string line = fmt::format("page {}", page_wanted_);
  if (const auto last = walk.last_page()) {
    const Seconds each = (tools_.clock.steady() - started_) / std::max(1, walk.pages_seen());
    line += fmt::format(" of {} · {} new, {} changed · pause {} · {} left", *last, report_.items_new,
                        report_.items_changed, time_text(pause), time_text(each * std::max(0, *last - page_wanted_)));
  } else {
    line += fmt::format(" · {} new, {} changed · pause {}", report_.items_new, report_.items_changed, time_text(pause));
  }
  tools_.console.progress(line);
}

}  // namespace dekko
