#include "bench/db/bare.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <ctime>
#include <memory>
#include <string>
#include <vector>

namespace dekko::bench {

namespace {

struct FreeValue {
  void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Prepared prepared(const SQLite::Database& db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db.getHandle(), sql, -1, &statement, nullptr) != SQLITE_OK)
    throw SQLite::Exception(db.getHandle());
  return Prepared(statement);
}

using Values = std::vector<std::unique_ptr<sqlite3_value, FreeValue>>;

// One kind of rows of a page: how they are found in `after`, and how they are written.
struct Kind {
  const char *find, *write;
};

// ?1: the page's capture.
constexpr Kind kKinds[] = {
    {"SELECT id, run_id, listing_id, page, url, fetched_at, status, verdict, cards, profile_id, segment_id, "
     "warc_offset, warc_length, sha256 FROM capture WHERE id = ?",
     "INSERT INTO capture (id, run_id, listing_id, page, url, fetched_at, status, verdict, cards, "
     "profile_id, "
     "segment_id, warc_offset, warc_length, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"SELECT run_id, page + 1 FROM capture WHERE id = ?",
     "INSERT INTO walk (run_id, mode, next_page, next_url, missing) VALUES (?, 'all', ?, '', '[]') "
     "ON CONFLICT (run_id) DO UPDATE SET next_page = excluded.next_page"},
    {"SELECT fetched_at, listing_id FROM capture WHERE id = ?",
     "UPDATE listing SET described_at = ? WHERE id = ?"},
    {"SELECT cards, run_id FROM capture WHERE id = ?",
     "UPDATE run SET items_seen = items_seen + ? WHERE id = ?"},
    {"SELECT id, url, first_capture_id FROM item WHERE first_capture_id = ?",
     "INSERT INTO item (id, url, first_capture_id) VALUES (?, ?, ?)"},
    {"SELECT entry.id, item_id, listing_id FROM item JOIN entry ON entry.item_id = item.id "
     "WHERE item.first_capture_id = ?",
     "INSERT INTO entry (id, item_id, listing_id) VALUES (?, ?, ?)"},
    {"SELECT id, entry_id, headline, dek, kind, published, published_text, bylines, image, headline_key, "
     "dek_key, "
     "digest, first_capture_id FROM version WHERE first_capture_id = ?",
     "INSERT INTO version (id, entry_id, headline, dek, kind, published, published_text, bylines, image, "
     "headline_key, dek_key, digest, first_capture_id, last_capture_id, times_seen) "
     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?13, ?13, 0)"},
    {"SELECT version_id, position, author_id FROM version JOIN version_author ON version_id = version.id "
     "WHERE first_capture_id = ?",
     "INSERT INTO version_author (version_id, position, author_id) VALUES (?, ?, ?)"},
    {"SELECT id, entry_id FROM version WHERE first_capture_id = ?",
     "UPDATE entry SET version_id = ? WHERE id = ?"},
    {"SELECT version.id, item_id FROM version JOIN entry ON entry.id = entry_id WHERE first_capture_id = ?",
     "UPDATE item SET version_id = ? WHERE id = ?"},
    {"SELECT capture_id, position, version_id FROM sighting WHERE capture_id = ?",
     "INSERT INTO sighting (capture_id, position, version_id) VALUES (?, ?, ?)"},
    {"SELECT capture_id, version_id FROM sighting WHERE capture_id = ?",
     "UPDATE version SET last_capture_id = ?, times_seen = times_seen + 1 WHERE id = ?"},
    {"SELECT * FROM change WHERE capture_id = ?", "INSERT INTO change VALUES (?, ?, ?, ?)"},
};

using PageRows = std::vector<std::vector<Values>>;  // by kind

PageRows rows_of_page(SQLite::Database& after, int64_t capture) {
  PageRows page;
  for (const Kind& kind : kKinds) {
    const Prepared find = prepared(after, kind.find);
    sqlite3_bind_int64(find.get(), 1, capture);
    std::vector<Values> rows;
    while (sqlite3_step(find.get()) == SQLITE_ROW) {
      Values row;
      for (int i = 0; i < sqlite3_column_count(find.get()); ++i) {
        row.emplace_back(sqlite3_value_dup(sqlite3_column_value(find.get(), i)));
      }
      rows.push_back(std::move(row));
    }
    page.push_back(std::move(rows));
  }
  return page;
}

void copy_runs(SQLite::Database& db, const std::filesystem::path& after) {
  db.exec(fmt::format("ATTACH '{}' AS night", after.string()));
  for (const char* table : {"run", "segment", "author", "profile", "listing"}) {
    db.exec(fmt::format("INSERT OR IGNORE INTO main.{0} SELECT * FROM night.{0}", table));
  }
  db.exec("DETACH night");
}

std::vector<int64_t> new_captures(SQLite::Database& before, SQLite::Database& after) {
  SQLite::Statement find(after, "SELECT id FROM capture WHERE id > ? ORDER BY id");
  find.bind(1, before.execAndGet("SELECT ifnull(max(id), 0) FROM capture").getInt64());
  std::vector<int64_t> all;
  while (find.executeStep()) all.push_back(find.getColumn(0).getInt64());
  return all;
}

void write_page(sqlite3* db, const std::vector<Prepared>& statements, const PageRows& page) {
  sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  for (size_t kind = 0; kind < statements.size(); ++kind) {
    for (const Values& row : page[kind]) {
      for (size_t i = 0; i < row.size(); ++i)
        sqlite3_bind_value(statements[kind].get(), int(i) + 1, row[i].get());
      if (sqlite3_step(statements[kind].get()) != SQLITE_DONE) throw SQLite::Exception(db);
      sqlite3_reset(statements[kind].get());
    }
  }
  if (sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) throw SQLite::Exception(db);
}

}  // namespace

double write_bare(const std::filesystem::path& before, const std::filesystem::path& after) {
  SQLite::Database db(before, SQLite::OPEN_READWRITE), source(after, SQLite::OPEN_READONLY);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  copy_runs(db, after);
  std::vector<Prepared> statements;
  for (const Kind& kind : kKinds) statements.push_back(prepared(db, kind.write));
  std::clock_t took = 0;
  for (const int64_t capture : new_captures(db, source)) {
    const PageRows page = rows_of_page(source, capture);
    const std::clock_t begin = std::clock();
    write_page(db.getHandle(), statements, page);
    took += std::clock() - begin;
  }
  return double(took) / CLOCKS_PER_SEC * 1000;
}

}  // namespace dekko::bench
