#include "db/life.h"

#include <fmt/format.h>

#include "db/query.h"

namespace dekko {

namespace {

using Text = std::optional<std::string>;

constexpr const char* kProof =
    "pages.capture_id, pages.page, pages.url, pages.fetched_at, pages.warc_file, pages.sha256, "
    "coalesce(pages.warc_offset, 0), coalesce(pages.warc_length, 0)";

// From the columns kProof, the first of which is `column`.
Proof proof_in(const Row& row, int column) {
  Proof proof{row.as<int64_t>(column), row.as<int64_t>(column + 1)};
  column += 2;
  for (std::string* text : {&proof.url, &proof.fetched_at, &proof.warc_file, &proof.sha256}) {
    *text = row.as<std::string>(column++);
  }
  proof.warc_offset = row.as<int64_t>(column);
  proof.warc_length = row.as<int64_t>(column + 1);
  return proof;
}

constexpr const char* kFields[] = {"headline",       "dek",  "kind", "bylines", "published",
                                   "published_text", "image"};

std::vector<Life::State> states_of(const SQLite::Database& db, int64_t item) {
  const std::string sql = fmt::format(R"(
        SELECT versions.id, listings.url, versions.first_seen, versions.last_seen, version.times_seen,
          versions.headline, versions.dek, versions.kind, versions.bylines, versions.published,
          version.published_text, versions.image, {}
        FROM versions JOIN version ON version.id = versions.id
          JOIN listings ON listings.id = versions.listing_id
          JOIN pages ON pages.capture_id = versions.capture_id
        WHERE versions.item_id = ? ORDER BY pages.fetched_at, versions.id)",
                                      kProof);
  Query states(db, sql.c_str());
  std::vector<Life::State> all;
  states.each(
      [&](const Row& row) {
        Life::State state{row.as<int64_t>(0), row.as<std::string>(1)};
        state.first_seen = row.as<std::string>(2);
        state.last_seen = row.as<std::string>(3);
        state.times_seen = row.as<int64_t>(4);
        int column = 5;
        for (const char* field : kFields) state.fields.emplace_back(field, row.as<Text>(column++));
        state.proof = proof_in(row, column);
        all.push_back(std::move(state));
      },
      item);
  return all;
}

std::vector<Life::Change> changes_of(const SQLite::Database& db, int64_t item) {
  const std::string sql = fmt::format(R"(
        SELECT listings.url, changes.field, changes.kind, changes.before, changes.after,
          changes.not_before, changes.not_after, {}
        FROM changes JOIN pages ON pages.capture_id = changes.capture_id
          JOIN listings ON listings.id = pages.listing_id
        WHERE changes.item_id = ? ORDER BY pages.fetched_at, pages.capture_id)",
                                      kProof);
  Query changes(db, sql.c_str());
  std::vector<Life::Change> all;
  changes.each(
      [&](const Row& row) {
        all.push_back({row.as<std::string>(0), row.as<std::string>(1), row.as<std::string>(2),
                       row.as<Text>(3), row.as<Text>(4), row.as<std::string>(5), row.as<std::string>(6),
                       proof_in(row, 7)});
      },
      item);
  return all;
}

std::vector<Life::Absence> absences_of(const SQLite::Database& db, int64_t item) {
  Query absences(db,
                 "SELECT last_seen, missing_since, returned FROM vanished WHERE item_id = ? "
                 "ORDER BY missing_since");
  std::vector<Life::Absence> all;
  absences.each(
      [&](const Row& row) {
        all.push_back({row.as<std::string>(0), row.as<std::string>(1), row.as<std::string>(2)});
      },
      item);
  return all;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

std::optional<Life> life_of(SQLite::Database& db, const std::string& which) {
  SQLite::Transaction one_moment(db);
  Query find(
      db, is_number(which)
              ? "SELECT id, url, first_seen, last_seen, times_seen FROM items WHERE id = CAST(? AS INTEGER)"
              : "SELECT id, url, first_seen, last_seen, times_seen FROM items WHERE url = ?");
  auto life = find.first(
      [](const Row& row) {
        return Life{row.as<int64_t>(0), row.as<std::string>(1), row.as<std::string>(2),
                    row.as<std::string>(3), row.as<int64_t>(4)};
      },
      which);
  if (!life) return life;
  life->states = states_of(db, life->id);
  life->changes = changes_of(db, life->id);
  life->absences = absences_of(db, life->id);
  return life;
}

std::optional<Proof> proof_of(const SQLite::Database& db, int64_t capture) {
  Query find(db, fmt::format("SELECT {} FROM pages WHERE capture_id = ?", kProof).c_str());
  return find.first([](const Row& row) { return proof_in(row, 0); }, capture);
}

}  // namespace dekko
