// The archive folder: WARC 1.1 (ISO 28500) segments, one compressed member a record, only ever appended to.
//
// When append() returns, request and response are on disk: written, fsynced, with a whole gzip member each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/capture.h"
#include "core/moment.h"
#include "core/result.h"

namespace dekko {

// Goes into the warcinfo record that opens each segment.
struct ArchiveInfo {
  std::string software;  // "dekko/0.1.0"
  std::string label;     // host or listing, for the segment's name; made safe for file names
  // More warcinfo fields: robots, profile, http-header-user-agent.
  std::vector<std::pair<std::string, std::string>> fields = {};
};

class Disk;

class ArchiveWriter {
 public:
  // Makes the folder if needed. The first segment is created with the first append(): a run that fetches
  // nothing leaves no file. Names sort by time and are never reused. `clock` must outlive the writer.
  static Result<ArchiveWriter> open(std::filesystem::path folder, ArchiveInfo info, const Clock& clock);
  // The same on another disk and with another size at which a segment is full; `disk` must outlive the
  // writer.
  static Result<ArchiveWriter> open_on(Disk& disk, std::filesystem::path folder, ArchiveInfo info,
                                       const Clock& clock, uint64_t segment_bytes);

  ArchiveWriter(ArchiveWriter&&) noexcept;
  ArchiveWriter& operator=(ArchiveWriter&&) noexcept;
  ~ArchiveWriter();

  // The address of the response record. After an error nothing of this exchange counts as written, and the
  // segment has been cut back to its last whole record where that was possible.
  Result<RecordRef> append(const Exchange& exchange);

 private:
  class Segments;
  explicit ArchiveWriter(std::unique_ptr<Segments> segments);
  std::unique_ptr<Segments> segments_;
};

// The response at `record`, decoded: chunked, gzip, deflate, br, zstd, within limits::kBodyBytes. kCorrupt if
// no whole record stands there, if its length differs, or if its payload has another digest than `record`
// says.
Result<Capture> read_capture(const std::filesystem::path& folder, const RecordRef& record);

}  // namespace dekko
