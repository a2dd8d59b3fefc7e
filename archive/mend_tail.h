// What a kill leaves at the end of a segment is not a record and never will be one: it is cut off.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/result.h"

namespace dekko {

// How many octets were cut off, synced; 0 for a whole segment, for one whose last member has whole records before the
// torn one, as other tools write them, and for a plain file with other damage. One without any record left is taken away.
// Only for segments that nobody is writing.
Result<uint64_t> mend_tail(const std::filesystem::path& segment);

}  // namespace dekko
