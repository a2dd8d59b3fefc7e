#include "db/snapshot.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "db/schema.h"
#include "db/sqlite_error.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

// Who gave a permission, in their own words.
struct Private {
  const char *table, *column;
};
constexpr Private kPrivate[] = {{"run", "permission"}};

Result<void> check(const SnapshotOrder& order) {
  std::error_code ignored;
  if (fs::equivalent(order.database, order.copy, ignored)) {
    return Error{ErrorCode::kUsage, order.copy.string(), "is the database itself", "name another file"};
  }
  if (fs::exists(order.copy, ignored) && !order.replace) {
    return Error{ErrorCode::kUsage, order.copy.string(), "is there already",
                 "name another file, or replace it with --force"};
  }
  return {};
}

void forget_private(SQLite::Database& copy) {
  for (const auto& [table, column] : kPrivate) {
    SQLite::Statement known(copy, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    known.bind(1, table);
    known.bind(2, column);
    if (known.executeStep()) copy.exec(fmt::format("UPDATE {} SET {} = NULL", table, column));
  }
}

// VACUUM writes the file anew: of what was there before, no octet remains.
void close_up(const fs::path& part) {
  SQLite::Database copy(part, SQLite::OPEN_READWRITE);
  copy.exec("PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE");
  forget_private(copy);
  copy.exec("INSERT INTO items_fts (items_fts) VALUES ('optimize')");
  copy.exec("INSERT INTO items_trigram (items_trigram) VALUES ('optimize')");
  copy.exec("VACUUM");
}

void copy_into(const fs::path& database, const fs::path& part) {
  SQLite::Database db(database, SQLite::OPEN_READONLY, 10'000);
  SQLite::Statement vacuum(db, "VACUUM INTO ?");
  vacuum.bind(1, part.string());
  vacuum.exec();
}

}  // namespace

Result<void> take_snapshot(const SnapshotOrder& order) {
  if (const Result<void> fit = check(order); !fit) return fit;
  const fs::path part = order.copy.string() + ".part";
  std::error_code ignored;
  const Result<void> done = at_the_door(order.copy, [&]() -> Result<void> {
    fs::remove(part, ignored);
    copy_into(order.database, part);
    close_up(part);
    fs::rename(part, order.copy);
    return {};
  });
  if (!done) fs::remove(part, ignored);
  return done;
}

}  // namespace dekko
