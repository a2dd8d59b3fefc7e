#include "db/captures.h"

namespace dekko {

Captures::Captures(const SQLite::Database& db)
    : db_(db),
      find_listing_(db, "SELECT id FROM listing WHERE url = ?"),
      insert_listing_(db, "INSERT INTO listing (url, profile, described_at) VALUES (?, nullif(?, ''), '')"),
      describe_listing_(db, R"(
        UPDATE listing SET title = coalesce(?2, title), description = coalesce(?3, description),
          profile = ?4, pages = coalesce(?5, pages), described_at = ?6
        WHERE id = ?1 AND described_at < ?6)"),
      find_segment_(db, "SELECT id FROM segment WHERE name = ?"),
      insert_segment_(db, "INSERT INTO segment (name) VALUES (?)"),
      find_profile_(db, "SELECT id FROM profile WHERE name = ? AND fingerprint = ?"),
      insert_profile_(db, "INSERT INTO profile (name, fingerprint) VALUES (?, ?)"),
      find_(db, "SELECT id FROM capture WHERE fetched_at = ? AND url = ? AND sha256 = ?"),
      at_(db, R"(
        SELECT capture.id FROM segment JOIN capture ON capture.segment_id = segment.id
        WHERE segment.name = ? AND capture.warc_offset = ?)"),
      place_(db, R"(
        SELECT segment.name, capture.warc_offset FROM capture JOIN segment ON segment.id = capture.segment_id
        WHERE capture.id = ?)"),
      insert_(db,
              R"(
        INSERT INTO capture (run_id, listing_id, page, url, fetched_at, status, verdict, cards,
            profile_id, segment_id, warc_offset, warc_length, sha256)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            iif(?12 = 0, NULL, ?11), nullif(?12, 0), ?13))"),
      insert_again_(db, R"(
        INSERT INTO capture (run_id, listing_id, page, url, fetched_at, status, verdict, cards,
            profile_id, segment_id, warc_offset, warc_length, sha256)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, verdict, cards, profile_id, ?7,
            iif(?9 = 0, NULL, ?8), nullif(?9, 0), ?10 FROM capture WHERE id = ?11)") {}

int64_t Captures::listing(const std::string& url, const std::string& profile) {
  if (const auto known = find_listing_.value<int64_t>(url)) return *known;
  insert_listing_.run(url, profile);
  return last_id(db_);
}

void Captures::describe_listing(int64_t listing, const Page& page, Moment seen) {
  describe_listing_.run(listing, page.title, page.description, page.profile, page.page_count, seen);
}

std::optional<int64_t> Captures::find(const Capture& capture) {
  return find_.value<int64_t>(capture.fetched_at, capture.url.text(), capture.record.sha256);
}

std::optional<int64_t> Captures::at(const RecordRef& record) {
  return at_.value<int64_t>(record.file, record.offset);
}

RecordRef Captures::place(int64_t capture) {
  return place_
      .first(
          [](const Row& row) {
            return RecordRef{.file = row.as<std::string>(0), .offset = row.as<uint64_t>(1)};
          },
          capture)
      .value_or(RecordRef{});
}

int64_t Captures::add(int64_t run, int64_t listing, const Capture& capture, const Page& page) {
  const RecordRef& record = capture.record;
  insert_.run(run, listing, page.page, capture.url.text(), capture.fetched_at, capture.status,
              to_text(page.verdict), page.cards.size(), profile(page.profile, page.profile_fingerprint),
              segment(record.file), record.offset, record.length, record.sha256);
  return last_id(db_);
}

int64_t Captures::add_again(int64_t run, int64_t listing, const Capture& capture, int64_t earlier, int page) {
  const RecordRef& record = capture.record;
  insert_again_.run(run, listing, page, capture.url.text(), capture.fetched_at, capture.status,
                    segment(record.file), record.offset, record.length, record.sha256, earlier);
  return last_id(db_);
}

int64_t Captures::add_without_verdict(int64_t run, int64_t listing, const Capture& capture, int page) {
  const RecordRef& record = capture.record;
  const std::optional<std::string> no_verdict;
  const std::optional<int64_t> no_profile;
  insert_.run(run, listing, page, capture.url.text(), capture.fetched_at, capture.status, no_verdict, 0,
              no_profile, segment(record.file), record.offset, record.length, record.sha256);
  return last_id(db_);
}

int64_t Captures::segment(const std::string& name) {
  if (const auto known = find_segment_.value<int64_t>(name)) return *known;
  insert_segment_.run(name);
  return last_id(db_);
}

int64_t Captures::profile(const std::string& name, const std::string& fingerprint) {
  if (const auto known = find_profile_.value<int64_t>(name, fingerprint)) return *known;
  insert_profile_.run(name, fingerprint);
  return last_id(db_);
}

}  // namespace dekko
