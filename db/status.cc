#include "db/status.h"

#include "db/query.h"

namespace dekko {

namespace {

RunSummary run_of(const Row& row) {
  RunSummary run;
  run.id = row.as<int64_t>(0);
  run.listing = row.as<std::string>(1);
  run.kind = row.as<std::string>(2);
  run.started = row.as<std::string>(3);
  run.ended = row.as<std::string>(4);
  run.stop_reason = row.as<std::string>(5);
  run.coverage = row.as<std::string>(6);
  int column = 7;
  for (int64_t* count : {&run.pages, &run.requests, &run.bytes, &run.items_seen, &run.items_new,
                         &run.items_changed, &run.items_missing, &run.problems}) {
    *count = row.as<int64_t>(column++);
  }
  return run;
}

constexpr const char* kFields[] = {"headline",       "dek",  "kind", "bylines", "published",
                                   "published_text", "image"};

std::vector<std::pair<std::string, double>> health_of(const SQLite::Database& db, int64_t run) {
  Query counts(db,
               R"(
        SELECT count(*), count(headline), count(dek), count(kind), count(bylines), count(published),
          count(published_text), count(image)
        FROM capture JOIN sighting ON sighting.capture_id = capture.id
          JOIN version ON version.id = sighting.version_id
        WHERE capture.run_id = ?)");
  std::vector<std::pair<std::string, double>> health;
  const auto read = [&](const Row& row) {
    const double cards = row.as<double>(0);
    for (int i = 0; cards > 0 && i < int(std::size(kFields)); ++i) {
      health.emplace_back(kFields[i], row.as<double>(i + 1) / cards);
    }
  };
  counts.each(read, run);
  return health;
}

}  // namespace

std::optional<RunSummary> summary_of_run(const SQLite::Database& db, int64_t id) {
  Query run(db, R"(
        SELECT runs.id, listings.url, kind, started, ended, stop_reason, coverage, runs.pages, requests,
          bytes, items_seen, items_new, items_changed, items_missing, problems
        FROM runs JOIN listings ON listings.id = runs.listing_id WHERE runs.id = ?)");
  return run.first(run_of, id);
}

std::vector<ListingStatus> status_of_listings(SQLite::Database& db) {
  SQLite::Transaction one_moment(db);
  Query listings(db, R"(
        SELECT id, url, title, profile, pages,
          (SELECT count(*) FROM entry WHERE entry.listing_id = listing.id),
          (SELECT max(run.id) FROM run WHERE run.listing_id = listing.id)
        FROM listing ORDER BY id)");
  std::vector<ListingStatus> all;
  listings.each([&](const Row& row) {
    ListingStatus status;
    status.id = row.as<int64_t>(0);
    status.url = row.as<std::string>(1);
    status.title = row.as<std::string>(2);
    status.profile = row.as<std::string>(3);
    status.pages = row.as<std::optional<int64_t>>(4);
    status.items = row.as<int64_t>(5);
    if (const auto run = row.as<std::optional<int64_t>>(6)) {
      status.last_run = summary_of_run(db, *run);
      status.field_health = health_of(db, *run);
    }
    all.push_back(std::move(status));
  });
  return all;
}

}  // namespace dekko
