// The archive folder: WARC 1.1 (ISO 28500) segments, one compressed member a record, only ever appended to.
//
// When append() returns, request and response are on disk: written, synced, with a whole gzip member each.
// Several can share one sync: write() each, then sync().
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/capture.h"
#include "core/moment.h"
#include "core/result.h"

namespace dekko {

enum class Compression {
  kGzip,  // .warc.gz: every tool reads it
  kZstd,  // .warc.zst, over a dictionary of what the label's last segment held
};

// Goes into the warcinfo record that opens each segment.
struct ArchiveInfo {
  std::string software;  // "dekko/0.1.0"
  std::string label;     // host or listing, for the segment's name; made safe for file names
  // More warcinfo fields: robots, profile, http-header-user-agent.
  std::vector<std::pair<std::string, std::string>> fields = {};
  Compression compression = Compression::kGzip;
};

// The archived answer of which a new one only says that nothing changed.
struct EarlierAnswer {
  Url url;
  Moment at;
  std::string sha256;          // RecordRef::sha256 of its record
  std::string record_id = {};  // RecordRef::id, where known
};

// Why an answer is archived as a revisit (WARC 1.1 section 6.7).
struct Revisit {
  enum class Reason {
    kIdenticalPayload,  // its body has the digest that an earlier one of its address had
    kNotModified,       // 304
  };
  Reason reason = Reason::kNotModified;
  EarlierAnswer earlier;
};

// A metadata record: what dekko knows or decided of an address (docs/archive.md).
struct Note {
  std::string target;        // WARC-Target-URI
  Moment at;                 // WARC-Date
  std::string content_type;  // of `text`
  std::string text;
  std::string refers_to = {};  // the WARC-Record-ID of the record that it is about
};

// What is written together with an exchange.
struct Attached {
  std::optional<Revisit> revisit = {};  // a revisit record takes the response's place: headers, no body
  std::optional<Note> note = {};        // stands before the answer and names it in WARC-Concurrent-To
  std::string sha256 = {};  // of the exchange's body, by whoever has it already; computed if empty
};

class Disk;

// An exchange as the octets of its records: what ArchiveWriter::pack() made.
struct PackedExchange {
  std::string members;      // compressed, one a record
  size_t answer_begin = 0;  // of the last, which is the answer's
  std::string answer_id;
  std::string sha256;       // RecordRef::sha256
  std::string warcinfo_id;  // of the segment it was packed for
};

class ArchiveWriter {
 public:
  // Makes the folder if needed. The first segment is created with the first append(): a run that fetches
  // nothing leaves no file. Names sort by time, behind those that are there, and are never reused. `clock`
  // must outlive the writer. One process may have several writers in a folder; that no other process has any
  // is for the caller to see to: FileLock::take_folder.
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
  // For a revisit: its own address, with the earlier answer's payload digest. A revisit for its payload whose
  // body has another digest than the earlier answer's is kInvalid.
  Result<RecordRef> append(const Exchange& exchange, const Attached& attached = {});
  // A metadata record of its own. Its address has no digest.
  Result<RecordRef> append(const Note& note);
  // The same as append(), but on disk only once sync() says so; it can be read back before. After an error of
  // sync() nothing that was written since the last one counts.
  Result<RecordRef> write(const Exchange& exchange, const Attached& attached = {});
  Result<void> sync();
  // write() in steps, for digests and compression are dear: make_ready(), then pack(), which may run on
  // several threads while nothing else is done with the writer, then write(). Several can be packed before
  // the first is written: they all go into the segment that was ready, or, if it has failed, are packed anew.
  Result<void> make_ready();
  Result<PackedExchange> pack(const Exchange& exchange, const Attached& attached) const;
  Result<RecordRef> write(PackedExchange packed, const Exchange& exchange, const Attached& attached);

 private:
  class Segments;
  explicit ArchiveWriter(std::unique_ptr<Segments> segments);
  std::unique_ptr<Segments> segments_;
};

// The response at `record`, decoded: chunked, gzip, deflate, br, zstd, within limits::kBodyBytes. kCorrupt if
// no whole record stands there, if its length differs, or if its payload has another digest than `record`
// says. A revisit gives the page that it stands for; the answer it refers to is looked for in all of the
// folder, so whoever knows where that one stands says it: `original`.
Result<Capture> read_capture(const std::filesystem::path& folder, const RecordRef& record);
Result<Capture> read_capture(const std::filesystem::path& folder, const RecordRef& revisit,
                             const RecordRef& original);
// The response that was just written: its digest is believed, for its place, its id and the checksum of its
// member tell that it is the one.
Result<Capture> read_back(const std::filesystem::path& folder, const RecordRef& written);

}  // namespace dekko
