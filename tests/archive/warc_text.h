// WARC records and members as any writer might make them, for the reader's tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "archive/warc_reader.h"

namespace dekko {

// A whole record: "WARC/1.0", the fields given (lines that end in CRLF), Content-Length, block and line ends.
std::string warc_record(std::string_view fields, std::string_view block);

// A response record of a page at https://example.org/<name>, with `body` as text/html.
std::string page_record(std::string_view name, std::string_view body);

// Text that hardly compresses, the same for the same seed.
std::string noise(size_t size, unsigned seed);

std::string gzip(std::string_view text);
std::string zlib(std::string_view text);
std::string raw_deflate(std::string_view text);
std::string zstd(std::string_view text, std::string_view dictionary = "");
// A skippable frame of that magic (RFC 8878 section 3.1.2).
std::string skippable_frame(unsigned magic, std::string_view octets);

// Everything that a reader gives for a file.
struct Contents {
  std::vector<WarcRecord> records;
  std::vector<WarcFault> faults;
  std::string error;  // of open() or next()

  // The addresses' last parts, in order: "a b c".
  std::string pages() const;
};
Contents contents_of(const std::filesystem::path& file);

}  // namespace dekko
