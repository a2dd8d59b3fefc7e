// An answer that a kill kept from the database is stored as the run would have done that asked for it; its
// walk then stands behind it.
#pragma once

#include <filesystem>
#include <optional>

#include "app/open_runs.h"
#include "app/step_reading.h"
#include "archive/warc_reader.h"
#include "db/store.h"

namespace dekko {

// Borrowed.
struct LateRun {
  const RunKey& key;
  const OpenRun& run;
  const Profile& profile;
  ListingReading& reading;
};

// record: a response or revisit; record.ref.file is its name in `folder`. Where the walk stands then. Nothing
// if there is nothing to store: it is stored already, or a crawl would have left it aside as well. One that
// the walk did not want next, but asked for ahead or to look at it again, is kept without its cards: the walk
// that goes on asks for it anew.
Result<std::optional<WalkPosition>> take_late(Store& store, const std::filesystem::path& folder,
                                              const WarcRecord& record, const LateRun& of);

}  // namespace dekko
