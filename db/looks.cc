#include "db/looks.h"

namespace dekko {

Looks::Looks(const SQLite::Database& db)
    : db_(db),
      looks_(db, R"(
        WITH RECURSIVE walk_of (run, first) AS (
          SELECT run.id, run.id FROM run JOIN listing ON listing.id = run.listing_id
            WHERE listing.url = ?1 AND run.kind <> 'replay' AND run.continues IS NULL
          UNION ALL
          SELECT run.id, walk_of.first FROM run JOIN walk_of ON run.continues = walk_of.run)
        SELECT walk_of.first, capture.id, capture.page, item.url
        FROM walk_of JOIN capture ON capture.run_id = walk_of.run
          JOIN listing ON listing.id = capture.listing_id AND listing.url = ?1
          JOIN sighting ON sighting.capture_id = capture.id
          JOIN version ON version.id = sighting.version_id
          JOIN entry ON entry.id = version.entry_id
          JOIN item ON item.id = entry.item_id
        WHERE capture.verdict = 'listing'
        ORDER BY capture.id, sighting.position)"),
      latest_(db, R"(
        SELECT capture.page, capture.url FROM capture JOIN listing ON listing.id = capture.listing_id
        WHERE listing.url = ?1 AND capture.page >= ?2 AND capture.verdict = 'listing'
        ORDER BY capture.id DESC LIMIT 1)"),
      mark_(db, R"(
        UPDATE item SET missing_since = (SELECT fetched_at FROM capture WHERE id = ?2)
        WHERE url = ?1 AND missing_since IS NULL AND NOT EXISTS (
          SELECT 1 FROM entry WHERE entry.item_id = item.id AND entry.listing_id <> ?3))"),
      count_(db, "UPDATE run SET items_missing = items_missing + ?2 WHERE id = ?1"),
      found_(db, R"(
        UPDATE item SET missing_since = NULL
        WHERE missing_since <= (SELECT fetched_at FROM capture WHERE id = ?1)
          AND id IN (SELECT entry.item_id FROM sighting JOIN version ON version.id = sighting.version_id
            JOIN entry ON entry.id = version.entry_id WHERE sighting.capture_id = ?1))") {}

std::vector<PastLook> Looks::of(const std::string& listing) {
  std::vector<PastLook> looks;
  int64_t latest = 0;
  looks_.each(
      [&](const Row& row) {
        const auto capture = row.as<int64_t>(1);
        if (looks.empty() || capture != latest) looks.push_back({row.as<RunId>(0), {.page = row.as<int>(2)}});
        latest = capture;
        looks.back().look.urls.push_back(row.as<std::string>(3));
      },
      listing);
  return looks;
}

std::optional<std::pair<int, Url>> Looks::latest_page(const std::string& listing, int from) {
  const auto found = latest_.first(
      [](const Row& row) { return std::pair(row.as<int>(0), Url::parse(row.as<std::string>(1))); }, listing, from);
  if (!found || !found->second) return std::nullopt;
  return std::pair(found->first, *found->second);
}

std::vector<MissingItem> Looks::mark_missing(int64_t run, int64_t listing,
                                             const std::vector<MissingItem>& items) {
  std::vector<MissingItem> marked;
  for (const MissingItem& item : items) {
    mark_.run(item.url, item.capture, listing);
    if (db_.getChanges() > 0) marked.push_back(item);
  }
  if (!marked.empty()) count_.run(run, marked.size());
  return marked;
}

void Looks::found(int64_t capture) {
  found_.run(capture);
}

}  // namespace dekko
