#include "app/dry_run.h"

#include <fmt/format.h>

#include <map>
#include <system_error>

#include "app/fetch_robots.h"
#include "db/reading.h"

namespace dekko {

namespace {

RobotsGate::Decision judge(const Url& url, RobotsGate& gate, Fetcher& fetcher, const Clock& clock) {
  RobotsGate::Decision decision = gate.ask(url, clock.now());
  const auto* first = std::get_if<RobotsGate::FetchFirst>(&decision);
  if (!first) return decision;
  gate.learn(url, fetch_robots(*first, fetcher), clock.now());
  return gate.ask(url, clock.now());
}

std::string robots_text(const RobotsGate::Decision& decision) {
  if (const auto* refused = std::get_if<RobotsGate::Refused>(&decision)) {
    if (refused->unreachable) return fmt::format("refused: robots.txt could not be had ({})", refused->verdict.text);
    return fmt::format("refused by line {}: {}", refused->verdict.line, refused->verdict.text);
  }
  return "allowed";
}

std::string pages_text(const ListingPlan& plan, bool seen) {
  const PageRange range = plan.pages.value_or(PageRange{.mode = seen ? WalkPlan::Mode::kNew : WalkPlan::Mode::kAll});
  switch (range.mode) {
    case WalkPlan::Mode::kAll: return "all";
    case WalkPlan::Mode::kNew: return "new, until a whole page is known";
    case WalkPlan::Mode::kRange: break;
  }
  return range.last ? fmt::format("{} to {}", range.first, *range.last) : fmt::format("{} to the last", range.first);
}

// What the database knows of the listing, if there is a database.
std::map<std::string, ListingStatus> known_listings(const std::filesystem::path& db) {
  std::map<std::string, ListingStatus> known;
  std::error_code ignored;
  if (!std::filesystem::exists(db, ignored)) return known;
  const Result<Reading> reading = Reading::open(db);
  if (!reading) return known;
  const Result<std::vector<ListingStatus>> listings = reading->status();
  if (!listings) return known;
  for (const ListingStatus& listing : *listings) known.emplace(listing.url, listing);
  return known;
}

}  // namespace

ExitCode dry_run(const std::vector<ListingPlan>& plans, const PaceRules& pace, const std::filesystem::path& db,
                 Fetcher& fetcher, const Clock& clock, Console& console) {
  RobotsGate gate("dekko");
  Pacer pacer(pace);
  const auto known = known_listings(db);
  ExitCode code = ExitCode::kDone;
  for (const ListingPlan& plan : plans) {
    const PageAddress address = page_address(plan.url, plan.profile->noise);
    const auto before = known.find(address.listing.text());
    const RobotsGate::Decision decision = judge(plan.url, gate, fetcher, clock);
    if (const auto delay = gate.crawl_delay(plan.url)) pacer.set_crawl_delay(plan.url, *delay);
    const Seconds pause = pacer.pause(plan.url);
    std::string text = fmt::format("{}\n  robots    {}\n  profile   {}\n  pages     {}\n  pause     {}\n",
                                   address.listing.text(), robots_text(decision), plan.profile->name,
                                   pages_text(plan, before != known.end()), time_text(pause));
    if (before != known.end() && before->second.pages) {
      text += fmt::format("  time      {} for all {} pages\n",
                          time_text(pause * static_cast<double>(*before->second.pages)), *before->second.pages);
    } else {
      text += "  time      not known before page 1 tells how many there are\n";
    }
    console.result(harmless(text));
    const auto* refused = std::get_if<RobotsGate::Refused>(&decision);
    if (refused) code = worse_of(code, refused->unreachable ? ExitCode::kPartial : ExitCode::kRefused);
  }
  return code;
}

}  // namespace dekko
