#include "app/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/limits.h"
#include "core/page_address.h"

namespace dekko {

namespace {

Page unreadable_page(const Capture& capture, const PageAddress& where, const Profile& profile,
                     const Error& error) {
  Page page{.url = capture.url.text(),
            .listing = where.listing.text(),
            .page = where.page,
            .profile = profile.name};
  page.verdict = Verdict::kNotAListing;
  page.problems.push_back({.field = "body", .reason = error.detail});
  return page;
}

}  // namespace

const Profile& ProfileChoice::for_url(const Url& url) const {
  if (named_ != nullptr) return *named_;
  const Profile& claimed = profiles_.for_url(url);
  if (pinned_.empty() || claimed.origin != kBuiltIn) return claimed;
  const auto pinned = pinned_.find(page_address(url, claimed.noise).listing.text());
  return pinned != pinned_.end() ? pinned->second : claimed;
}

Result<Replay::Listing*> Replay::listing_of(const std::string& address, const std::string& profile) {
  const auto known = listings_.find(address);
  if (known != listings_.end()) return &known->second;
  const Result<RunId> run = parts_.store.begin_run(
      {.listing = address, .kind = "replay", .profile = profile, .started = parts_.clock.now()});
  if (!run) return run.error();
  order_.push_back(address);
  Listing& listing = listings_[address];
  listing.started = parts_.clock.steady();
  listing.report = {.listing = address, .kind = "replay", .profile = profile, .run = *run};
  return &listing;
}

Result<void> Replay::take(Capture capture, Result<Page> page) {
  if (parts_.interrupt.happened()) return Error{ErrorCode::kInterrupted, capture.url.text(), "interrupted"};
  const size_t bytes = std::exchange(capture.body, {}).size();
  waiting_.push_back({std::move(capture), bytes, std::move(page)});
  return waiting_.size() < size_t{kTogether} ? Result<void>() : store_waiting();
}

Result<void> Replay::store_waiting() {
  const std::vector<Waiting> waiting = std::exchange(waiting_, {});
  if (waiting.empty()) return {};
  return parts_.store.together([&]() -> Result<void> {
    for (const Waiting& next : waiting) {
      if (const Result<void> stored = store(next); !stored) return stored;
    }
    return {};
  });
}

Result<void> Replay::store(const Waiting& waiting) {
  const Capture& capture = waiting.capture;
  const Profile& profile = parts_.profiles.for_url(capture.url);
  const PageAddress where = followed_.place_of(capture.url, profile.noise);
  const Result<Listing*> listing = listing_of(where.listing.text(), profile.name);
  if (!listing) return listing.error();
  if (capture.status >= 300) {
    ++(*listing)->report.counters[fmt::format("status {}", capture.status)];
    const auto noted = parts_.store.note_capture((*listing)->report.run, capture, where.page, {});
    return noted ? Result<void>() : Result<void>(noted.error());
  }
  Page page = waiting.page ? *waiting.page : unreadable_page(capture, where, profile, waiting.page.error());
  page.listing = where.listing.text();
  page.page = where.page;
  if (!followed_.saw(page, profile.noise)) ++(*listing)->report.counters["next link not remembered"];
  return apply(**listing, waiting, page);
}

Result<void> Replay::apply(Listing& listing, const Waiting& waiting, const Page& page) {
  RunReport& report = listing.report;
  const Result<Applied> applied = parts_.store.apply(report.run, waiting.capture, page, {});
  if (!applied) return applied.error();
  if (applied->repeated) {
    ++report.counters["stored before"];
  } else {
    ++report.pages;
    report.bytes += waiting.bytes;
    report.items_seen += applied->first_in_run;
    report.items_new += applied->new_items;
    report.items_changed += applied->changed_items;
    report.problems += static_cast<int>(page.problems.size());
    for (const Card& card : page.cards) report.problems += static_cast<int>(card.problems.size());
  }
  const bool is_listing = page.verdict != Verdict::kNotAListing && page.verdict != Verdict::kUnrecognized;
  if (is_listing) {
    listing.pages.insert(page.page);
    listing.bad.erase(page.url);
  } else if (!listing.pages.contains(page.page)) {
    listing.bad[page.url] = fmt::format("page {} is {}{}", page.page, to_text(page.verdict),
                                        page.problems.empty() ? "" : ": " + page.problems.front().reason);
  }
  if (page.page_count) report.last_page = page.page_count;
  parts_.console.progress(fmt::format("page {} · {} pages · {} new, {} changed", page.page, report.pages,
                                      report.items_new, report.items_changed));
  return {};
}

Result<std::vector<RunReport>> Replay::finish(StopReason reason) {
  const Result<void> stored = store_waiting();
  parts_.console.end_progress();
  if (!stored) return stored.error();
  std::vector<RunReport> reports;
  for (const std::string& address : order_) {
    Listing& listing = listings_[address];
    RunReport& report = listing.report;
    report.reason = reason;
    if (!listing.bad.empty() && reason == StopReason::kReachedLast) {
      report.reason = StopReason::kNotTheListing;
      report.why = listing.bad.begin()->second;
    }
    for (int page = 1; page <= report.last_page.value_or(0); ++page) {
      if (!listing.pages.contains(page)) report.missing.push_back(page);
    }
    report.coverage = report.missing.empty() && listing.bad.empty() ? Coverage::kOpen : Coverage::kPartial;
    report.took = parts_.clock.steady() - listing.started;
    const Result<void> ended = parts_.store.finish_run(
        report.run, {.ended = parts_.clock.now(), .reason = report.reason, .coverage = report.coverage});
    if (!ended) return ended.error();
    reports.push_back(report);
  }
  return reports;
}

}  // namespace dekko
