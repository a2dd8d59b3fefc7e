// A WARC file of gzip members or of zstd frames. Octets that begin as a plain one are read as they are,
// packed into one member, and each record into its own: checksums keep a fuzzer out of packed ones.
#include <algorithm>

#include "archive/archive_limits.h"
#include "archive/mend_tail.h"
#include "archive/record_check.h"
#include "archive/warc_reader.h"
#include "archive/whole_member.h"
#include "tests/archive/warc_text.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/scratch_file.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

using Pack = std::string (*)(std::string_view text);

bool are_same(const WarcRecord& a, const WarcRecord& b) {
  return a.version == b.version && a.fields == b.fields && a.block == b.block;
}

bool are_same(const Contents& a, const Contents& b) {
  return a.error == b.error && a.faults.size() == b.faults.size() &&
         std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(),
                    [](const WarcRecord& one, const WarcRecord& other) { return are_same(one, other); });
}

void check_order(const Contents& contents, uint64_t size) {
  claim(contents.faults.size() <= limits::kWarcFaults, "faults are within their limit");
  uint64_t end = 0;
  for (const WarcRecord& record : contents.records) {
    claim(record.block.size() <= limits::kWarcBlockBytes, "a block is within its limit");
    claim(record.ref.offset + record.ref.length <= size, "a record is inside the file");
    if (record.ref.length == 0) continue;  // it shares its member
    claim(record.ref.offset >= end, "records stand one after the other");
    end = record.ref.offset + record.ref.length;
  }
  for (const WarcFault& fault : contents.faults)
    claim(fault.offset <= size && !fault.what.empty(), "a fault has its place");
}

// Every way to one record gives the same record.
void check_addresses(const Contents& contents, const std::filesystem::path& file) {
  for (const WarcRecord& record : contents.records) {
    if (record.ref.length == 0) continue;
    Result<WarcReader> reader = WarcReader::open_at(file, record.ref.offset);
    claim(reader.has_value(), "a known record is there");
    const Result<std::optional<WarcRecord>> there = reader->next();
    claim(there && *there && are_same(**there, record), "a reader that begins at it reads it");
    const Result<WarcRecord> known = record_at(file.parent_path(), record.ref);
    claim(known && are_same(*known, record), "its address gives it");
    const std::optional<WarcRecord> quick = record_in_member(file, record.ref);
    claim(!quick || are_same(*quick, record), "so does the quick way");
  }
}

void check_meaning(const WarcRecord& record) {
  const Result<Capture> capture = to_capture(record);
  claim(capture || !capture.error().detail.empty(), "a refusal says why");
  if (capture) claim(capture->body.size() <= limits::kBodyBytes, "a body is within its limit");
  (void)unsound_digests(record);
  (void)payload_sha256(record);
}

// Cut to its last whole record, a file has the same records and no tail, unless its tail is of the same
// member, or it is a plain file with other damage.
void check_mended(const Contents& contents, const std::filesystem::path& file, bool plain) {
  const auto is_tail = [&](const WarcFault& fault) {
    return fault.what == "torn tail" &&
           (contents.records.empty() || contents.records.back().ref.offset != fault.offset);
  };
  const auto has_tail = [&](const Contents& read) {
    return std::any_of(read.faults.begin(), read.faults.end(), is_tail);
  };
  if (!contents.error.empty()) return;
  const Result<uint64_t> cut = mend_tail(file);
  const bool left_alone = plain && contents.faults.size() > 1;
  claim(cut.has_value() && (has_tail(contents) && !left_alone) == (*cut > 0),
        "a torn tail is cut off, and nothing else");
  const Contents mended = std::filesystem::exists(file) ? contents_of(file) : Contents();
  // A damaged record before the tail may need its octets, and be the tail then.
  claim(!has_tail(mended) || contents.faults.size() > 1, "no tail is left");
  claim(mended.records.size() >= contents.records.size(), "no record is lost");
  claim(mended.pages() == contents.pages() || contents.faults.size() > 1,
        "none is gained but at a damaged place");
}

Contents check_file(const ScratchFile& scratch, std::string_view octets) {
  const std::filesystem::path file = scratch.holding(octets);
  const Contents contents = contents_of(file);
  claim(are_same(contents, contents_of(file)), "read twice it is the same");
  check_order(contents, octets.size());
  check_addresses(contents, file);
  for (const WarcRecord& record : contents.records) check_meaning(record);
  check_mended(contents, file, octets.starts_with("WARC/"));
  return contents;
}

// A plain file without fault says the same packed, as one member and as one for each record.
void check_packed(const ScratchFile& scratch, std::string_view octets, Pack pack, const Contents& plain) {
  const Contents whole = check_file(scratch, pack(octets));
  if (!plain.error.empty() || !plain.faults.empty() || plain.records.empty()) return;
  std::string members;
  for (const WarcRecord& record : plain.records)
    members += pack(octets.substr(record.ref.offset, record.ref.length));
  claim(are_same(check_file(scratch, members), plain), "packed record for record it says the same");
  claim(whole.error.empty() && whole.records.size() == plain.records.size(),
        "packed as one it has the same records");
}

void check_warc(const ScratchFile& scratch, std::string_view octets, Pack pack) {
  const Contents contents = check_file(scratch, octets);
  if (octets.starts_with("WARC/")) check_packed(scratch, octets, pack, contents);
}

}  // namespace

void check_warc_gz(std::string_view octets) {
  static const ScratchFile scratch("a.warc.gz");
  check_warc(scratch, octets, gzip);
}

void check_warc_zst(std::string_view octets) {
  static const ScratchFile scratch("a.warc.zst");
  check_warc(
      scratch, octets, +[](std::string_view text) { return zstd(text); });
}

}  // namespace dekko::fuzz
