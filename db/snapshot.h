// A closed copy of the database to publish: one compact file without log, whole at every moment, and without
// what is nobody else's business.
#pragma once

#include <filesystem>

#include "core/result.h"

namespace dekko {

struct SnapshotOrder {
  std::filesystem::path database;
  std::filesystem::path copy;
  bool replace = false;  // a file that stands there already
};

// Takes the state of one moment, also while a crawl writes. The copy appears whole or not at all. kUsage when
// it would replace the database itself, or a file without having been told to.
Result<void> take_snapshot(const SnapshotOrder& order);

}  // namespace dekko
