// The quick way to a record whose place is known: one gzip member, read and inflated in one piece.
#pragma once

#include <filesystem>
#include <optional>

#include "archive/warc_reader.h"

namespace dekko {

// None for whatever is not plainly that one record and nothing else: another format, a member over a MiB or
// one that unfolds to more than eight, damage. WarcReader then reads it, or says what is wrong.
std::optional<WarcRecord> record_in_member(const std::filesystem::path& file, const RecordRef& record);

}  // namespace dekko
