// What a walk claims, and what the walks of four weeks have to find.
#include <fmt/format.h>

#include <algorithm>

#include "tests/soak/audit.h"

namespace dekko {
namespace {

constexpr int kCycle = 28;        // nights of a sweep (docs/coverage.md)
constexpr size_t kTerritory = 5;  // known cards in a row, four pairs: there a walk for what is new may end

constexpr std::chrono::milliseconds kTick{1};  // what happens at the very moment of a look may come after it

bool is_whole(const std::string& coverage) {
  return coverage == "complete" || coverage == "repaired";
}

}  // namespace

YearAudit::Walk YearAudit::walk_of(SQLite::Database& db, int64_t run) const {
  Walk walk{.first_run = run, .last_run = run, .from = Moment::max(), .to = year_.clock().truth()};
  SQLite::Statement row(db, R"(
      SELECT listing.url, run.started, run.continues, walk.mode, run.coverage, run.stop_reason FROM run
        JOIN listing ON listing.id = run.listing_id LEFT JOIN walk ON walk.run_id = run.id
       WHERE run.id = ?)");
  for (int64_t next = run; next != 0;) {
    row.reset();
    row.bind(1, next);
    if (!row.executeStep()) break;
    walk.paper = &paper_of(row.getColumn(0));
    for (const UnrulyClock::Stretch& began :
         year_.clock().true_times(parse_moment(row.getColumn(1).getString()).value()))
      walk.from = std::min(walk.from, began.begin);
    if (next == run) {
      walk.mode = row.getColumn(3).getString();
      walk.where = fmt::format("run {} of {}, {}, {} by {}", run, row.getColumn(0).getString(), walk.mode,
                               row.getColumn(4).getString(), row.getColumn(5).getString());
    }
    walk.runs.insert(next);
    walk.first_run = next;
    next = row.getColumn(2).isNull() ? 0 : row.getColumn(2).getInt64();
  }
  return walk;
}

void YearAudit::check_runs(SQLite::Database& db) {
  SQLite::Statement rows(
      db, "SELECT id, coalesce(coverage, 'killed'), coalesce(stop_reason, '') FROM run WHERE id > ?");
  rows.bind(1, last_run_);
  while (rows.executeStep()) {
    last_run_ = rows.getColumn(0).getInt64();
    const std::string coverage = rows.getColumn(1), reason = rows.getColumn(2);
    ++verdicts_[coverage];
    const Walk walk = walk_of(db, last_run_);
    if (is_whole(coverage)) check_claim(db, walk);
    const bool natural = reason == "only_known" || reason == "reached_last" || reason == "past_the_end";
    // An answer from a cache is a look at another time.
    const bool fresh = walk.paper->told_since(walk.from, walk.to) == walk.from;
    if (natural && coverage != "partial" && fresh) good_runs_[walk.paper].emplace_back(walk.from, walk.to);
  }
}

std::set<std::string> YearAudit::seen_in(SQLite::Database& db, const Walk& walk) const {
  SQLite::Statement rows(db, R"(
      SELECT DISTINCT item.url FROM capture JOIN sighting ON sighting.capture_id = capture.id
        JOIN version ON version.id = sighting.version_id JOIN entry ON entry.id = version.entry_id
        JOIN item ON item.id = entry.item_id WHERE capture.run_id = ?)");
  std::set<std::string> urls;
  for (const int64_t run : walk.runs) {
    rows.reset();
    rows.bind(1, run);
    while (rows.executeStep()) urls.insert(rows.getColumn(0));
  }
  return urls;
}

std::set<std::string> YearAudit::known_before(SQLite::Database& db, const Walk& walk) const {
  SQLite::Statement rows(db, R"(
      SELECT item.url FROM item JOIN capture ON capture.id = item.first_capture_id
        JOIN listing ON listing.id = capture.listing_id WHERE capture.run_id < ? AND listing.url = ?)");
  rows.bind(1, walk.first_run);
  rows.bind(2, walk.paper->listing());
  std::set<std::string> urls;
  while (rows.executeStep()) urls.insert(rows.getColumn(0));
  return urls;
}

// Whatever stood in the listing from the walk's begin to its end was seen: all of it, or what stood above the
// first stretch that was known before.
void YearAudit::check_claim(SQLite::Database& db, const Walk& walk) {
  const std::set<std::string> seen = seen_in(db, walk);
  const std::set<std::string> known = walk.mode == "new" ? known_before(db, walk) : std::set<std::string>();
  const Moment since = walk.paper->told_since(walk.from, walk.to);
  size_t known_in_a_row = 0;
  for (const std::string& url : walk.paper->order()) {
    known_in_a_row = known.contains(url) ? known_in_a_row + 1 : 0;
    if (known_in_a_row == kTerritory) return;
    if (known.contains(url) || !walk.paper->life(url)->lasted(since - kTick, walk.to)) continue;
    check("a walk that is complete or repaired saw all that it claims", seen.contains(url),
          fmt::format("{}: {}", walk.where, url));
  }
}

int YearAudit::good_runs_within(const Chronicle& paper, Moment from, Moment to) const {
  const auto runs = good_runs_.find(&paper);
  if (runs == good_runs_.end()) return 0;
  return static_cast<int>(std::count_if(runs->second.begin(), runs->second.end(), [&](const Span& run) {
    return run.first >= from && run.second < to;
  }));
}

void YearAudit::check_cycles(SQLite::Database& db) {
  std::map<std::string, std::set<std::string>> headlines;
  SQLite::Statement rows(db, R"(
      SELECT item.url, version.headline FROM version
        JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id)");
  while (rows.executeStep()) headlines[rows.getColumn(0)].insert(rows.getColumn(1));
  for (const Chronicle& paper : year_.papers()) check_cycle(paper, headlines);
}

void YearAudit::check_cycle(const Chronicle& paper,
                            const std::map<std::string, std::set<std::string>>& headlines) {
  const Moment now = year_.clock().truth();
  for (const auto& [url, life] : paper.lives()) {
    const auto known = headlines.find(url);
    if (good_runs_within(paper, life.begin, std::min(life.end, now)) >= kCycle)
      check("what stood through a sweep cycle is known", known != headlines.end(), url);
    for (size_t i = 0; i < life.names.size(); ++i) {
      const Moment until = i + 1 < life.names.size() ? life.names[i + 1].since : std::min(life.end, now);
      if (good_runs_within(paper, life.names[i].since, until) < kCycle) continue;
      const bool has = known != headlines.end() && known->second.contains(life.names[i].headline);
      check("an edit that stood through a sweep cycle has its version", has,
            fmt::format("{} since {}", url, to_text(life.names[i].since)));
    }
  }
}

}  // namespace dekko
