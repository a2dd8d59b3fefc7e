// What makes an SQLite file dekko's, and how an older one becomes today's. The SQL itself: db/sql/.
//
// The file carries application_id "dekk" and its schema number as user_version. A new schema number is a new
// file db/sql/NNN.sql that starts from the one before; the public views, the ready questions and the table `about`
// that describes both are made anew after each migration.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/result.h"

namespace SQLite {
class Database;
}

namespace dekko {

inline constexpr int32_t kApplicationId = 0x64656B6B;  // "dekk"

struct Migration {
  int number;  // the user_version that it leads to
  const char* sql;
};

extern const char* const kViewsSql;
// In ascending order; the last one is the schema of this dekko.
const std::vector<Migration>& migrations();
int schema_number();

// kUnsupported for an SQLite file of somebody else and for a schema newer than this dekko's. Zero for a file
// without any table, which is free to become dekko's. Throws SQLite::Exception.
Result<int> schema_of(SQLite::Database& db, const std::filesystem::path& file);

// Applies what is missing, all in one transaction with its mark. A file that already holds a schema is copied
// checked first (PRAGMA integrity_check) and copied to "<file>.schema-<number>.backup". Throws SQLite::Exception.
void migrate(SQLite::Database& db, const std::filesystem::path& file, const std::vector<Migration>& steps);

}  // namespace dekko
