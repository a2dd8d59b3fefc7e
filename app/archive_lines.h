// What the commands on an archive print, a line each: for a person, and as JSON for a script.
#pragma once

#include <string>

#include "app/verify.h"
#include "archive/warc_reader.h"

namespace dekko {

std::string to_text(const ArchiveFault& fault);
std::string to_json(const ArchiveFault& fault);

// file: the record's, inside the archive. The place is printed as FILE@OFFSET.
std::string record_text(const WarcRecord& record, const std::string& file);
std::string record_json(const WarcRecord& record, const std::string& file);

}  // namespace dekko
