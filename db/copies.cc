#include "db/copies.h"

namespace dekko {

namespace {

PageCopy page_of(const Row& row, const Url& url) {
  return {.capture_id = row.as<int64_t>(0),
          .url = url,
          .fetched_at = parse_moment(row.as<std::string>(1)).value_or(Moment()),
          .record = {.file = row.as<std::string>(2),
                     .offset = row.as<uint64_t>(3),
                     .length = row.as<uint64_t>(4),
                     .sha256 = row.as<std::string>(5)},
          .profile_fingerprint = row.as<std::string>(6),
          .etag = row.as<std::string>(7),
          .last_modified = row.as<std::string>(8),
          .page_count = row.as<std::optional<int>>(9),
          .next = row.as<std::optional<std::string>>(10),
          .leads_on = row.as<bool>(11)};
}

}  // namespace

Copies::Copies(const SQLite::Database& db)
    : page_(db, R"(
        SELECT capture.id, capture.fetched_at, segment.name, coalesce(capture.warc_offset, 0),
          coalesce(capture.warc_length, 0), capture.sha256, profile.fingerprint,
          page_copy.etag, page_copy.last_modified, page_copy.page_count, page_copy.next,
          EXISTS (SELECT 1 FROM problem WHERE problem.capture_id = capture.id
            AND problem.reason = 'next_needs_script')
        FROM listing JOIN page_copy ON page_copy.listing_id = listing.id
          JOIN capture ON capture.id = page_copy.capture_id
          JOIN segment ON segment.id = capture.segment_id
          JOIN profile ON profile.id = capture.profile_id
        WHERE listing.url = ? AND page_copy.url = ?)"),
      urls_(db, R"(
        SELECT item.url FROM sighting JOIN version ON version.id = sighting.version_id
          JOIN entry ON entry.id = version.entry_id JOIN item ON item.id = entry.item_id
        WHERE sighting.capture_id = ? ORDER BY sighting.position)"),
      robots_(db, "SELECT absent, body, read_at, etag, last_modified FROM robots WHERE origin = ?") {}

std::optional<PageCopy> Copies::page(const std::string& listing, const Url& url) {
  auto copy = page_.first([&](const Row& row) { return page_of(row, url); }, listing, url.text());
  if (!copy) return copy;
  urls_.each([&](const Row& row) { copy->urls.push_back(row.as<std::string>(0)); }, copy->capture_id);
  return copy;
}

std::optional<RobotsCopy> Copies::robots(const std::string& origin) {
  return robots_.first(
      [](const Row& row) {
        return RobotsCopy{.absent = row.as<bool>(0),
                          .body = row.as<std::string>(1),
                          .read = parse_moment(row.as<std::string>(2)).value_or(Moment()),
                          .etag = row.as<std::string>(3),
                          .last_modified = row.as<std::string>(4)};
      },
      origin);
}

CopyKeeper::CopyKeeper(const SQLite::Database& db)
    : keep_page_(db, R"(
        INSERT INTO page_copy (listing_id, url, capture_id, page_count, next, etag, last_modified)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (listing_id, url) DO UPDATE SET capture_id = excluded.capture_id,
          page_count = excluded.page_count, next = excluded.next, etag = excluded.etag,
          last_modified = excluded.last_modified
        WHERE (SELECT fetched_at FROM capture WHERE id = page_copy.capture_id) <=
          (SELECT fetched_at FROM capture WHERE id = excluded.capture_id))"),
      keep_again_(db, R"(
        UPDATE page_copy SET etag = coalesce(nullif(?3, ''), etag),
          last_modified = coalesce(nullif(?4, ''), last_modified)
        WHERE listing_id = ?1 AND url = ?2)"),
      keep_robots_(db, R"(
        INSERT INTO robots (origin, absent, body, read_at, etag, last_modified) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (origin) DO UPDATE SET absent = excluded.absent, body = excluded.body,
          read_at = excluded.read_at, etag = excluded.etag, last_modified = excluded.last_modified)") {}

void CopyKeeper::keep(int64_t listing, int64_t capture_id, const Capture& capture, const Page& page) {
  keep_page_.run(listing, capture.url.text(), capture_id, page.page_count, page.next, capture.etag,
                 capture.last_modified);
}

void CopyKeeper::keep_again(int64_t listing, const Capture& capture) {
  keep_again_.run(listing, capture.url.text(), capture.etag, capture.last_modified);
}

void CopyKeeper::keep(const std::string& origin, const RobotsCopy& copy) {
  keep_robots_.run(origin, copy.absent, copy.body, copy.read, copy.etag, copy.last_modified);
}

}  // namespace dekko
