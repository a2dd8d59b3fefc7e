// The life of one item: its states in every listing, the changes between them, its absences, and for each the
// capture that proves it. Throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>

#include "db/reading.h"

namespace dekko {

// which: an item's number or its address, as linked. None if there is no such item.
std::optional<Life> life_of(SQLite::Database& db, const std::string& which);
// Where a capture stands.
std::optional<Proof> proof_of(const SQLite::Database& db, int64_t capture);

}  // namespace dekko
