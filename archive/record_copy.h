// A record as it stands in its file, undecoded but for the file's own compression: for copies of it.
#pragma once

#include <filesystem>
#include <string>

#include "core/capture.h"
#include "core/result.h"

namespace dekko {

// The whole record at `ref` of `file`: head, block and line ends. kUnsupported for one that shares its member
// with others (length 0), kCorrupt for one that is not whole.
Result<std::string> record_octets(const std::filesystem::path& file, const RecordRef& ref);

}  // namespace dekko
