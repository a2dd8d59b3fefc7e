#include "db/runs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/limits.h"

namespace dekko {

namespace {

// [[1, 3, "seam_seen_once"], ...]
std::string json_of(const std::vector<Gap>& gaps) {
  std::vector<std::string> rows;
  rows.reserve(gaps.size());
  const auto number = [](const std::optional<int>& page) { return page ? std::to_string(*page) : "null"; };
  for (const Gap& gap : gaps) {
    rows.push_back(
        fmt::format(R"([{},{},"{}"])", number(gap.from_page), number(gap.to_page), to_text(gap.why)));
  }
  return fmt::format("[{}]", fmt::join(rows, ","));
}

}  // namespace

Runs::Runs(const SQLite::Database& db)
    : db_(db),
      insert_(db,
              "INSERT INTO run (listing_id, continues, kind, started, permission) VALUES (?, ?, ?, ?, ?)"),
      finish_(db, "UPDATE run SET ended = ?2, stop_reason = ?3, coverage = ?4, gaps = ?5 WHERE id = ?1"),
      listing_of_(db, "SELECT listing_id FROM run WHERE id = ?"),
      count_seen_(db, "UPDATE run SET items_seen = items_seen + ?2 WHERE id = ?1"),
      stand_(db, R"(
        INSERT INTO walk (run_id, mode, next_page, last_page, next_url, missing)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id) DO UPDATE SET mode = excluded.mode, next_page = excluded.next_page,
          last_page = excluded.last_page, next_url = excluded.next_url, missing = excluded.missing
        WHERE (mode, next_page, last_page, next_url, missing) IS NOT
          (excluded.mode, excluded.next_page, excluded.last_page, excluded.next_url,
            excluded.missing))"),
      inherit_(db, R"(
        INSERT INTO walk (run_id, mode, next_page, last_page, next_url, missing)
        SELECT ?1, mode, next_page, last_page, next_url, missing FROM walk WHERE run_id = ?2)"),
      latest_walk_(db,
                   R"(
        SELECT run.id, run.started, walk.mode, walk.next_page, walk.last_page, walk.next_url,
          coalesce(run.stop_reason, 'interrupted') IN
          ('interrupted', 'budget', 'fetch_failed', 'refused', 'not_the_listing',
            'storage_failed') AS unfinished
        FROM run JOIN listing ON listing.id = run.listing_id
          LEFT JOIN walk ON walk.run_id = run.id
        WHERE listing.url = ? AND run.kind = 'crawl'
          AND (walk.run_id IS NOT NULL OR NOT unfinished) AND walk.mode IS NOT 'range'
        ORDER BY run.id DESC LIMIT 1)"),
      missing_(db, "SELECT value FROM walk, json_each(walk.missing) WHERE walk.run_id = ?"),
      lost_(db, R"(
        SELECT value ->> 0, value ->> 1 FROM run, json_each(run.gaps)
        WHERE run.id = ? AND value ->> 2 = 'page_missing')"),
      continues_(db, "SELECT continues FROM run WHERE id = ? AND continues < id"),
      has_seen_(db, R"(
        SELECT EXISTS (SELECT 1 FROM listing JOIN run ON run.listing_id = listing.id
            JOIN capture ON capture.run_id = run.id AND capture.verdict = 'listing'
            WHERE listing.url = ?))") {}

RunId Runs::begin(const RunStart& start, int64_t listing) {
  insert_.run(listing, start.continues, start.kind, start.started, start.permission);
  const RunId run = last_id(db_);
  if (start.continues) {
    inherit_.run(run, *start.continues);
  } else if (start.kind == "crawl" && start.position && start.position->mode == "all") {
    stand(run, *start.position);
  }
  return run;
}

void Runs::finish(RunId run, const RunEnd& end) {
  finish_.run(run, end.ended, to_text(end.reason), to_text(end.coverage), json_of(end.gaps));
}

std::optional<int64_t> Runs::listing_of(RunId run) {
  return listing_of_.value<int64_t>(run);
}

void Runs::count_seen(RunId run, int items) {
  if (items > 0) count_seen_.run(run, items);
}

void Runs::stand(RunId run, const WalkPosition& position) {
  stand_.run(run, position.mode, position.next_page, position.last_page, position.next_url,
             fmt::format("[{}]", fmt::join(position.missing, ",")));
}

std::optional<ResumePoint> Runs::resume_point(const std::string& listing) {
  auto point = latest_walk_.first(
      [&](const Row& row) {
        return ResumePoint{.run = row.as<RunId>(0),
                           .over = !row.as<bool>(6),
                           .started = parse_moment(row.as<std::string>(1)).value_or(Moment()),
                           .position = {row.as<std::string>(2),
                                        row.as<int>(3),
                                        row.as<std::optional<int>>(4),
                                        row.as<std::string>(5),
                                        {}}};
      },
      listing);
  if (!point) return std::nullopt;
  std::vector<int>& missing = point->position.missing;
  if (point->over) {
    missing = lost_pages(point->run);
    return missing.empty() ? std::nullopt : point;
  }
  point->walk = point->run;
  while (const auto before = continues_.value<RunId>(point->walk)) point->walk = *before;
  missing_.each([&](const Row& row) { missing.push_back(row.as<int>(0)); }, point->run);
  return point;
}

// No page was stored after the last of them, so that where the walk stood does not tell.
std::vector<int> Runs::lost_pages(RunId run) {
  std::vector<int> pages;
  lost_.each(
      [&](const Row& row) {
        const int last = std::min(row.as<int>(1), limits::kPages);
        for (int page = row.as<int>(0); page <= last && pages.size() < size_t{limits::kPages}; ++page)
          pages.push_back(page);
      },
      run);
  return pages;
}

bool Runs::has_seen(const std::string& listing) {
  return has_seen_.value<bool>(listing).value_or(false);
}

}  // namespace dekko
