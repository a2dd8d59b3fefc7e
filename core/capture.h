// One answer of a server: as it is transferred, where it stands in the archive, and as the extractors read it.
#pragma once

#include <cstdint>
#include <string>

#include "core/moment.h"
#include "core/url.h"

namespace dekko {

// What went over the wire, before anybody understood it.
struct Exchange {
  Url url;
  Moment at;                  // the moment the request was sent
  Seconds took{0};            // from sending the request to the last octet
  std::string remote_ip;      // empty if not known
  std::string request_head;   // request line and header lines as sent, secrets withheld, with the empty line
  std::string response_head;  // status line and header lines as received, with the empty line
  std::string body;           // as received: transfer and content codings still on
  int status = 0;
  // The body ended before its announced length, or a limit cut it (WARC-Truncated: length, time, disconnect).
  std::string truncated = {};
};

// The address of a record in an archive. Stable for ever: segments are only appended to.
struct RecordRef {
  std::string file;      // name of the segment inside the archive folder, or a path for other files
  uint64_t offset = 0;   // of the record's compressed member
  uint64_t length = 0;   // of the record's compressed member
  std::string sha256 = {};  // lower-case hex, of the payload: the body as archived
  std::string id = {};      // its WARC-Record-ID, in angle brackets; empty where not known
};

// A response as the extractors read it: always from an archive or file, never from a socket's buffer.
struct Capture {
  Url url;
  Moment fetched_at;
  int status = 200;
  std::string content_type = {};  // the header's value; empty if absent
  std::string location = {};      // the header's value; empty if absent
  std::string etag = {}, last_modified = {};  // the headers' values: validators for the next time
  std::string body = {};          // decoded: no transfer or content coding left
  RecordRef record = {};
};

}  // namespace dekko
