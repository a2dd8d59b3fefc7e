// Opening the SQLite file, for writing or for reading.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

#include "core/result.h"

namespace dekko {

// Makes the file if there is none and lifts an older schema. When a transaction of it returns, it is on disk.
Result<std::unique_ptr<SQLite::Database>> open_for_writing(const std::filesystem::path& file);

// Can neither write nor attach nor load anything, whatever SQL it is given.
Result<std::unique_ptr<SQLite::Database>> open_for_reading(const std::filesystem::path& file);

// Brings the log into the file, which then is whole without it. kIo; kBusy while somebody reads.
Result<void> fold_log(SQLite::Database& db, const std::filesystem::path& file);

}  // namespace dekko
