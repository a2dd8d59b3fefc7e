// A database and its archive, opened for a crawl: locked against other writers, mended after a kill, each
// step of the runs written into the archive before the database has it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
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

  // Of a database that may never have recorded a crawl: then nothing of an archive is made or locked, and
  // nothing is written into a journal.
  static Result<Recording> open_known(const std::filesystem::path& db, const std::filesystem::path& folder,
                                      const std::string& software, const Clock& clock, Console& console);

  Store& store() { return store_; }
  const Store& store() const { return store_; }

 private:
  explicit Recording(Store store) : store_(std::move(store)) {}
  static Result<Recording> record(Store store, const std::filesystem::path& folder,
                                  const std::string& software, const Clock& clock, Console& console);
  Result<void> begin_journal(const std::filesystem::path& folder, const std::string& software,
                             const Clock& clock);

  std::optional<FileLock> lock_;  // of the folder; the store has the database's
  std::unique_ptr<Journal> journal_;
  Store store_;
};

}  // namespace dekko
