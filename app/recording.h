// A database and its archive, opened for a crawl: locked against other writers, mended after a kill, each step
// of the runs written into the archive before the database has it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/console.h"
#include "app/journal.h"
#include "core/file_lock.h"
#include "db/store.h"

namespace dekko {

class Recording {
 public:
  // Makes what is not there. kBusy while another process writes either of the two.
  static Result<Recording> open(const std::filesystem::path& db, const std::filesystem::path& folder,
                                const std::string& software, const Clock& clock, Console& console);

  Store& store() { return store_; }

 private:
  Recording(FileLock lock, Store store) : lock_(std::move(lock)), store_(std::move(store)) {}
  Result<void> begin_journal(const std::filesystem::path& folder, const std::string& software, const Clock& clock);

  FileLock lock_;  // of the folder; the store has the database's
  std::unique_ptr<Journal> journal_;
  Store store_;
};

}  // namespace dekko
