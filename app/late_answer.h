// An answer that a kill kept from the database is stored as the run would have done that asked for it; its walk
// then stands behind it.
#pragma once

#include <filesystem>

#include "app/open_runs.h"
#include "archive/warc_reader.h"
#include "db/store.h"
#include "extractors/sites/profile.h"

namespace dekko {

// record: a response or revisit; record.ref.file is its name in `folder`. profile: the run's. False if there is
// nothing to store: it is stored already, or a crawl would have left it aside as well.
Result<bool> take_late(Store& store, const std::filesystem::path& folder, const WarcRecord& record, const RunKey& key,
                       const OpenRun& run, const Profile& profile);

}  // namespace dekko
