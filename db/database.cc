#include "db/database.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "db/schema.h"
#include "db/sqlite_error.h"

namespace dekko {

namespace {

// Nobody asks how much memory SQLite holds, and to count it costs a lock each time.
const int kUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

using Opened = Result<std::unique_ptr<SQLite::Database>>;

// Longer than any page's transaction; a checkpoint of a large WAL takes a second or two on a slow disk.
constexpr int kBusyMilliseconds = 10'000;

// A connection is used by one thread at a time, so it needs no locks of its own.
constexpr int kMode = SQLITE_OPEN_NOMUTEX;

int allow_reading(void*, int action, const char* what, const char* name, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return std::string_view(name) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_UPDATE:  // how SQLite names the declaration of the FTS5 table's columns; the file is open
                         // read-only
      return std::string_view(what) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:  // FTS5 asks for it before each query
      return std::string_view(what) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

Error no_database(const std::filesystem::path& file) {
  return Error{ErrorCode::kNotFound, file.string(), "there is no database yet",
               "make one with: dekko crawl, or name another file with --db"};
}

Error other_schema(const std::filesystem::path& file, int number) {
  return Error{ErrorCode::kUnsupported, file.string(),
               fmt::format("has schema {}, but this dekko reads schema {}", number, schema_number()),
               "run dekko crawl or dekko replay once: it lifts the schema and keeps a copy"};
}

// A file in WAL mode is read with two more beside it, which go with the last writer.
Error no_room_beside(const std::filesystem::path& file) {
  return Error{ErrorCode::kIo, file.string(),
               "its folder may not be written, and SQLite keeps files beside it while it is read",
               "read a copy (dekko snapshot OUT.db), or make the folder writable"};
}

Result<int> schema_to_read(SQLite::Database& db, const std::filesystem::path& file) {
  try {
    return schema_of(db, file);
  } catch (const SQLite::Exception& thrown) {
    if ((thrown.getErrorCode() & 0xff) == SQLITE_READONLY) return no_room_beside(file);
    throw;
  }
}

}  // namespace

Opened open_for_writing(const std::filesystem::path& file) {
  return at_the_door(file, [&]() -> Opened {
    auto db = std::make_unique<SQLite::Database>(file, kMode | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                 kBusyMilliseconds);
    const Result<int> schema = schema_of(*db, file);
    if (!schema) return schema.error();
    // Where it may not write, SQLite opens for reading and says so only at the first write.
    if (sqlite3_db_readonly(db->getHandle(), nullptr) == 1)
      throw SQLite::Exception(file.string(), SQLITE_READONLY);
    db->exec(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        " PRAGMA cache_size = -3072; PRAGMA wal_autocheckpoint = 4000");
    migrate(*db, file, migrations());
    return db;
  });
}

Opened open_for_reading(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return no_database(file);
  return at_the_door(file, [&]() -> Opened {
    auto db = std::make_unique<SQLite::Database>(file, kMode | SQLite::OPEN_READONLY, kBusyMilliseconds);
    const Result<int> schema = schema_to_read(*db, file);
    if (!schema) return schema.error();
    if (*schema == 0) return no_database(file);
    if (*schema != schema_number()) return other_schema(file, *schema);
    db->exec("PRAGMA query_only = ON");
    sqlite3_set_authorizer(db->getHandle(), allow_reading, nullptr);
    return db;
  });
}

Result<void> fold_log(SQLite::Database& db, const std::filesystem::path& file) {
  return at_the_door(file, [&]() -> Result<void> {
    SQLite::Statement checkpoint(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool folded = checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    if (!folded) throw SQLite::Exception(file.string(), SQLITE_BUSY);
    return {};
  });
}

}  // namespace dekko
