#include "db/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace dekko {

namespace {

int number_of(SQLite::Database& db, const char* sql) {
  return db.execAndGet(sql).getInt();
}

// VACUUM INTO refuses a file that exists; a copy cut short by a kill must not be taken for a whole one.
void back_up(SQLite::Database& db, const std::filesystem::path& file, int number) {
  const std::filesystem::path copy = fmt::format("{}.schema-{}.backup", file.string(), number);
  const std::filesystem::path part = copy.string() + ".part";
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  SQLite::Statement vacuum(db, "VACUUM INTO ?");
  vacuum.bind(1, part.string());
  vacuum.exec();
  std::filesystem::rename(part, copy);
}

// SQLite passes over an entry of the schema whose kind it does not know, or that is of no table, and so does
// the drop of that table: a file with what is left can no longer be read.
void refuse_damaged_schema(SQLite::Database& db, const std::filesystem::path& file) {
  const char* stray =
      "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index', 'view', 'trigger')"
      " OR coalesce(tbl_name, '') NOT IN (SELECT name FROM sqlite_schema)";
  if (number_of(db, stray) > 0) throw SQLite::Exception(file.string(), SQLITE_CORRUPT);
}

// What is damaged is not written into any further.
void refuse_damage(SQLite::Database& db, const std::filesystem::path& file) {
  refuse_damaged_schema(db, file);
  if (db.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
    throw SQLite::Exception(file.string(), SQLITE_CORRUPT);
}

void drop_views(SQLite::Database& db) {
  std::string drops;
  SQLite::Statement views(db, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  while (views.executeStep()) drops += fmt::format("DROP VIEW \"{}\";", views.getColumn(0).getString());
  views.reset();
  db.exec(drops);
}

}  // namespace

int schema_number() {
  return migrations().back().number;
}

Result<int> schema_of(SQLite::Database& db, const std::filesystem::path& file) {
  const int32_t application = number_of(db, "PRAGMA application_id");
  const int number = number_of(db, "PRAGMA user_version");
  const bool bare = number_of(db, "SELECT count(*) FROM sqlite_schema") == 0;
  if (application == 0 && number == 0 && bare) return 0;
  if (application != kApplicationId || number < 1) {
    return Error{ErrorCode::kUnsupported, file.string(), "is an SQLite file, but not dekko's",
                 "name another file with --db"};
  }
  if (number > schema_number()) {
    return Error{ErrorCode::kUnsupported, file.string(),
                 fmt::format("has schema {}, but this dekko knows schemas up to {}", number, schema_number()),
                 "use the newer dekko that wrote it"};
  }
  return number;
}

void migrate(SQLite::Database& db, const std::filesystem::path& file, const std::vector<Migration>& steps) {
  const int from = number_of(db, "PRAGMA user_version");
  if (from == steps.back().number) return;
  refuse_damage(db, file);
  if (from > 0) back_up(db, file, from);
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  drop_views(db);
  for (const Migration& step : steps) {
    if (step.number > from) db.exec(step.sql);
  }
  db.exec(kViewsSql);
  db.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId,
                      steps.back().number));
  transaction.commit();
}

}  // namespace dekko
