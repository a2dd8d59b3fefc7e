// Reads any writer's WARC file (.warc, .warc.gz, .warc.zst), one record alive at a time. No length is trusted
// before it is checked; a torn tail is not corruption; damage in the middle is skipped to the next member and
// counted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/capture.h"
#include "core/result.h"

namespace dekko {

struct WarcRecord {
  std::string version;                                     // "WARC/1.1"
  std::map<std::string, std::string, std::less<>> fields;  // names in lower case; the first of a repeated one
  std::string block;
  RecordRef ref;  // sha256 not filled in

  std::string_view field(std::string_view lower_case_name) const;  // empty if absent
  std::string_view type() const { return field("warc-type"); }
};

// Something that was passed over, with its place.
struct WarcFault {
  uint64_t offset = 0;
  std::string what;  // "torn tail", "damaged member", "record header over 64 KiB", ...
};

class WarcReader {
 public:
  static Result<WarcReader> open(const std::filesystem::path& file);
  // Starts at a known record.
  static Result<WarcReader> open_at(const std::filesystem::path& file, uint64_t offset);

  WarcReader(WarcReader&&) noexcept;
  WarcReader& operator=(WarcReader&&) noexcept;
  ~WarcReader();

  // The next whole record; none at the end. The block may hold up to limits::kWarcBlockBytes; larger records
  // are passed over and reported.
  Result<std::optional<WarcRecord>> next();
  const std::vector<WarcFault>& faults() const;

 private:
  class Stream;
  explicit WarcReader(std::unique_ptr<Stream> stream);
  std::unique_ptr<Stream> stream_;
};

// The record at that place of the folder. kCorrupt if no whole record of that length stands there.
Result<WarcRecord> record_at(const std::filesystem::path& folder, const RecordRef& record);

// An HTTP response record as the extractors read it, decoded. Fails for other records and for broken
// messages.
Result<Capture> to_capture(const WarcRecord& record);

// A revisit record as the page that it stands for: its own moment and address, the body and status of the
// answer that it refers to. Finding that one: archive/originals.h. Fails for other records.
Result<Capture> to_capture(const WarcRecord& revisit, Capture original);

}  // namespace dekko
