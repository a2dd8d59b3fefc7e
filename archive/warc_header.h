// The head of a WARC record (WARC 1.1 section 4), read and written.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

struct WarcHeader {
  std::string version;                                     // "WARC/1.1"
  std::map<std::string, std::string, std::less<>> fields;  // names in lower case; the first of a repeated one
  uint64_t content_length = 0;
};

// `head` ends with the empty line. Any version is read, for the fields that dekko needs are the same in all.
// An address in angle brackets (wget, WARC 1.0's grammar) loses them. Fails for a first line that is not
// "WARC/x.y" and for a Content-Length that is missing or no number: without it nothing says where the record
// ends.
Result<WarcHeader> parse_warc_header(std::string_view head);

// Writes a head line by line.
class WarcHeaderText {
 public:
  // "WARC/1.1" and the type.
  explicit WarcHeaderText(std::string_view type);
  // Control characters in a value become spaces. An empty value writes no line.
  WarcHeaderText& field(std::string_view name, std::string_view value);
  // The whole head, with the length of the block and the empty line. The last call.
  std::string finish(size_t content_length);

 private:
  std::string text_;
};

}  // namespace dekko
