// The database anew, from the archive alone: the journal's steps in their order, each page read again from
// its record. Bodies are read and understood by several threads, stored by one: the outcome is the same
// however many there are.
#pragma once

#include <cstdint>
#include <filesystem>

#include "app/console.h"
#include "app/interrupt.h"
#include "core/result.h"

namespace dekko {

struct RebuildReport {
  int64_t runs = 0;
  int64_t pages = 0;  // answers that were read as pages
  int64_t steps = 0;
};

struct RebuildOrder {
  std::filesystem::path archive;
  std::filesystem::path db;  // must not be there yet
  size_t threads = 1;
};

// A file beside `db` grows until it is whole and then takes its name; after an error or interruption nothing
// is left. kUsage if `db` is there, kNotFound for an archive without a journal, kCorrupt for one that is
// damaged or has lost a segment, kInterrupted.
Result<RebuildReport> rebuild(const RebuildOrder& order, const Interrupt& interrupt, Console& console);

}  // namespace dekko
