// What did not change since it was had last: how a copy that the database knows becomes a revisit in the
// archive.
#pragma once

#include <filesystem>

#include "archive/archive.h"
#include "archive/warc_reader.h"
#include "core/page_copy.h"

namespace dekko {

// Whether the copy's body lies in this archive folder, so that a revisit record may refer to it.
bool is_in_archive(const PageCopy& copy, const std::filesystem::path& folder);

// Whether the page can be asked for on condition that it changed.
bool has_validators(const PageCopy& copy);

Revisit revisit_of(const PageCopy& copy, Revisit::Reason reason);

// The answer as a capture whose body nobody needs: its headers, and where it was archived.
Capture capture_without_body(const Exchange& exchange, const RecordRef& record);
// The same of a revisit record in the archive; its payload's digest is not filled in. Fails for other records.
Result<Capture> capture_without_body(const WarcRecord& revisit);

}  // namespace dekko
