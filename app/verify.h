// Archive and database held against each other and against their digests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/console.h"
#include "core/result.h"

namespace dekko {

// file: the database, or a WARC file by its path. offset: of a record.
struct ArchiveFault {
  std::string file;
  std::optional<uint64_t> offset;
  std::string what;
};

struct VerifyReport {
  int64_t files = 0;
  int64_t records = 0;
  int64_t captures = 0;
  int64_t faults = 0;
};

// Tells each fault as it is found:
// - the database: PRAGMA integrity_check, foreign keys;
// - each WARC file of the folder: its structure, the digests of its records;
// - each capture: a record of its address, moment, length and payload at its offset;
// - each answer in a segment of this database: a capture or a line of the ledger;
// - the journal: no step that the database does not know.
// An Error means that the check itself could not go on.
Result<VerifyReport> verify(const std::filesystem::path& db, const std::filesystem::path& folder,
                            Console& console, const std::function<void(const ArchiveFault&)>& tell);

}  // namespace dekko
