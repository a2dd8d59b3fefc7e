// A page whose site asks for no copy to be kept: its cards take its place in the archive, as JSON lines in a
// metadata record (docs/archive.md), so that whoever reads the archive still has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "archive/warc_reader.h"
#include "core/page.h"

namespace dekko {

// The Content-Type of these metadata records.
inline constexpr std::string_view kUnarchivedType = "application/vnd.dekko.unarchived+jsonl";

// Who forbids it, as the page says it: "X-Robots-Tag: noarchive", "meta robots: none". Nothing where nobody
// does. decoded: the same answer; null where its body cannot be read.
std::optional<std::string> archiving_ban(const Exchange& exchange, const Capture* decoded);

// The record: a line on the answer, then the page as `extract` would print it.
Note unarchived_note(const Capture& capture, const Page& page, const std::string& why);

struct UnarchivedPage {
  Capture capture;  // without body; its record's sha256 is that of the metadata record's block
  Page page;
};
// Fails for other records, and for a text that is not of that form.
Result<UnarchivedPage> read_unarchived(const WarcRecord& record);

}  // namespace dekko
