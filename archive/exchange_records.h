// What one exchange, a note, or the opening of a segment becomes in an archive: pure text, no files.
//
// The body goes in as it came off the wire, codings on. Heads do too, but for what the fetcher withholds of the
// user's secrets, and with one exception: HTTP/2 and 3 have
// no text of their own, and what libraries print in its place ("HTTP/2 200") is refused by WARC tools. It is
// written as HTTP/1.1, and WARC-Protocol tells what it was (IIPC, WARC Extensions for HTTP/2).
#pragma once

#include <string>
#include <string_view>

#include "archive/archive.h"
#include "core/capture.h"
#include "core/result.h"

namespace dekko {

// The ends of a record, after its block (WARC 1.1 section 4).
inline constexpr std::string_view kRecordEnd = "\r\n\r\n";

// head, http_head and body laid end to end, and kRecordEnd, are the record. `body` is borrowed from the
// exchange or note. A record whose head is empty is not written.
struct OutgoingRecord {
  std::string id = {};
  std::string head = {};
  std::string http_head = {};
  std::string_view body = {};
};

struct ExchangeRecords {
  OutgoingRecord request;  // empty if the exchange does not tell what was sent
  OutgoingRecord note;     // empty if there is none
  OutgoingRecord answer;   // a response or a revisit
};

// WARC-Payload-Digest is left out where a transfer coding is on: the standard means the entity-body
// (section 5.9), the tools in use check the octets stored. WARC-Block-Digest covers every octet in any case.
// A revisit for its payload has the digest always, for section 6.7.2 wants it.
// Fails for a response whose head does not end in an empty line or has no status: nobody could find its body
// again.
Result<ExchangeRecords> records_of(const Exchange& exchange, const Attached& attached,
                                   std::string_view warcinfo_id);

// Of the body as it is archived, lower-case hex.
Result<std::string> body_digest(const Exchange& exchange, const Attached& attached);

// `concurrent_to`: the id of a record written with it, or empty.
Result<OutgoingRecord> metadata_record(const Note& note, std::string_view concurrent_to,
                                       std::string_view warcinfo_id);

// The warcinfo record, whole. `id` is its WARC-Record-ID.
Result<std::string> warcinfo_record(const ArchiveInfo& info, std::string_view id, std::string_view file,
                                    Moment created);

}  // namespace dekko
