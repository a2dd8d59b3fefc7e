#include "archive/archive.h"

#include "archive/archive_folder.h"
#include "archive/archive_limits.h"
#include "archive/dictionary.h"
#include "archive/digest.h"
#include "archive/disk.h"
#include "archive/exchange_records.h"
#include "archive/gzip_member.h"
#include "archive/record_id.h"
#include "archive/segment.h"
#include "archive/segment_name.h"
#include "archive/series.h"
#include "archive/zstd_member.h"

namespace dekko {

namespace {

// Its tables take hundreds of KB: one set for all listings that a thread writes.
class ThreadsGzip final : public MemberPacker {
 public:
  void append_to(std::string& out, std::initializer_list<std::string_view> pieces) override {
    static thread_local GzipMember member;
    member.append_to(out, pieces);
  }
  std::string_view ending() const override { return GzipMember::kEnding; }
};

}  // namespace

// The segments that one writer makes, one after the other.
class ArchiveWriter::Segments {
 public:
  Segments(Disk& disk, std::filesystem::path folder, ArchiveInfo info, const Clock& clock,
           uint64_t segment_bytes)
      : disk_(disk),
        folder_(std::move(folder)),
        info_(std::move(info)),
        clock_(clock),
        segment_bytes_(segment_bytes),
        latest_(latest_moment(folder_)) {}

  Result<void> make_room();
  Result<PackedExchange> pack(const Exchange& exchange, const Attached& attached) const;
  Result<RecordRef> write(PackedExchange packed, const Exchange& exchange, const Attached& attached);
  Result<RecordRef> write(const Note& note);
  Result<void> sync();
  Result<RecordRef> synced(Result<RecordRef> written);

 private:
  Result<RecordRef> write_last(std::string_view members, size_t begin, std::string id);
  bool is_full() const;
  Result<bool> go_on();
  Series series() const;
  Result<void> begin_segment();
  Result<void> write_warcinfo(Moment now);
  Result<std::unique_ptr<Segment>> create_file(Moment now);
  void compress(const OutgoingRecord& record, std::string& members) const;

  Disk& disk_;
  std::filesystem::path folder_;
  ArchiveInfo info_;
  const Clock& clock_;
  uint64_t segment_bytes_;
  Moment latest_;                     // in a segment's name
  int number_ = 0;                    // of the next segment
  std::unique_ptr<Segment> segment_;  // null before the first record
  std::optional<Error> lost_;  // records of a segment that was left behind: nothing more can be promised
  std::string warcinfo_id_;
  std::unique_ptr<MemberPacker> packer_;  // null before the first segment
  size_t answers_ = 0;                    // written into the segment
};

Result<PackedExchange> ArchiveWriter::Segments::pack(const Exchange& exchange,
                                                     const Attached& attached) const {
  const Result<ExchangeRecords> records = records_of(exchange, attached, warcinfo_id_);
  if (!records) return records.error();
  Result<std::string> sha256 =
      attached.revisit ? attached.revisit->earlier.sha256 : body_digest(exchange, attached);
  if (!sha256) return sha256.error();
  PackedExchange packed{.members = {},
                        .answer_id = records->answer.id,
                        .sha256 = std::move(*sha256),
                        .warcinfo_id = warcinfo_id_};
  compress(records->request, packed.members);
  compress(records->note, packed.members);
  packed.answer_begin = packed.members.size();
  compress(records->answer, packed.members);
  return packed;
}

Result<RecordRef> ArchiveWriter::Segments::write(PackedExchange packed, const Exchange& exchange,
                                                 const Attached& attached) {
  const bool fits = !lost_ && segment_ && segment_->sound() && packed.warcinfo_id == warcinfo_id_;
  if (!fits) {
    if (const Result<void> room = make_room(); !room) return room.error();
    Result<PackedExchange> anew = pack(exchange, attached);
    if (!anew) return anew.error();
    packed = std::move(*anew);
  }
  ++answers_;
  Result<RecordRef> written = write_last(packed.members, packed.answer_begin, std::move(packed.answer_id));
  if (written) written->sha256 = std::move(packed.sha256);
  return written;
}

Result<RecordRef> ArchiveWriter::Segments::write(const Note& note) {
  if (const Result<void> room = make_room(); !room) return room.error();
  const Result<OutgoingRecord> record = metadata_record(note, "", warcinfo_id_);
  if (!record) return record.error();
  std::string members;
  compress(*record, members);
  return write_last(members, 0, record->id);
}

Result<RecordRef> ArchiveWriter::Segments::synced(Result<RecordRef> written) {
  if (!written) return written;
  const Result<void> on_disk = sync();
  return on_disk ? written : Result<RecordRef>(on_disk.error());
}

// All members go to the segment; the last, which begins at `begin`, is the one whose address is wanted.
Result<RecordRef> ArchiveWriter::Segments::write_last(std::string_view members, size_t begin,
                                                      std::string id) {
  const Result<uint64_t> offset = segment_->append(members);
  if (!offset) return offset.error();
  return RecordRef{.file = segment_->name(),
                   .offset = *offset + begin,
                   .length = members.size() - begin,
                   .id = std::move(id)};
}

// Leaves a sound segment that is not full. Of one that is left behind, what was not synced is synced now, for
// sync() asks the new one only.
Result<void> ArchiveWriter::Segments::make_room() {
  if (lost_) return *lost_;
  if (segment_) {
    if (segment_->sound() && !is_full()) return {};
    const bool was_told = segment_->sync_failed();
    const Result<void> on_disk = segment_->sync();
    if (!on_disk && !was_told) return *(lost_ = on_disk.error());
  }
  segment_.reset();
  return begin_segment();
}

Result<void> ArchiveWriter::Segments::sync() {
  if (lost_) return *lost_;
  return segment_ ? segment_->sync() : Result<void>();
}

bool ArchiveWriter::Segments::is_full() const {
  if (segment_->size() >= segment_bytes_) return true;
  return info_.compression == Compression::kZstd &&
         is_worn(packer_->front().size(), segment_->size(), answers_);
}

Series ArchiveWriter::Segments::series() const {
  Series series{.folder = folder_, .label = safe_label(info_.label), .part_of = {}};
  for (const auto& [name, value] : info_.fields)
    if (name == "isPartOf") series.part_of = value;
  return series;
}

// In the segment of an earlier run, if there is one whose dictionary still serves and that nobody writes.
Result<bool> ArchiveWriter::Segments::go_on() {
  if (packer_ || info_.compression != Compression::kZstd) return false;
  const std::optional<Continuable> last = continuable(series());
  if (!last) return false;
  Result<std::unique_ptr<Segment>> segment = Segment::reopen(disk_, folder_ / last->segment);
  if (!segment && segment.error().code == ErrorCode::kBusy) return false;
  if (!segment) return segment.error();
  segment_ = std::move(*segment);
  packer_ = std::make_unique<ZstdMember>(last->dictionary);
  if (const Result<void> begun = write_warcinfo(latest_); !begun) {
    segment_.reset();
    packer_.reset();
    return begun.error();
  }
  return true;
}

Result<void> ArchiveWriter::Segments::begin_segment() {
  Result<std::string> id = new_record_id();
  if (!id) return id.error();
  warcinfo_id_ = std::move(*id);
  answers_ = 0;
  latest_ =
      std::max(latest_, clock_.now());  // names sort in the order of writing even if the clock is set back
  const Result<bool> went_on = go_on();
  if (!went_on) return went_on.error();
  if (*went_on) return {};
  if (info_.compression == Compression::kGzip) {
    packer_ = std::make_unique<ThreadsGzip>();
  } else {
    packer_ = std::make_unique<ZstdMember>(make_dictionary(last_answers(series())));
  }
  Result<std::unique_ptr<Segment>> segment = create_file(latest_);
  if (!segment) return segment.error();
  segment_ = std::move(*segment);
  const Result<void> begun = write_warcinfo(latest_);
  if (!begun) {
    segment_->discard();
    segment_.reset();
  }
  return begun;
}

Result<std::unique_ptr<Segment>> ArchiveWriter::Segments::create_file(Moment now) {
  number_ = std::max(number_, next_number(folder_, now, info_.label));
  for (int tries = 0; tries < limits::kSegmentNames; ++tries) {
    const std::string name = segment_name(now, info_.label, number_++, packer_->ending());
    Result<std::unique_ptr<Segment>> segment = Segment::create(disk_, folder_ / name);
    if (segment || segment.error().code != ErrorCode::kBusy) return segment;
  }
  return Error{ErrorCode::kBusy, folder_.string(), "has a segment of every name that was tried",
               "check the machine's clock"};
}

Result<void> ArchiveWriter::Segments::write_warcinfo(Moment now) {
  const Result<std::string> record = warcinfo_record(info_, warcinfo_id_, segment_->name(), now);
  if (!record) return record.error();
  std::string members(segment_->size() == 0 ? packer_->front() : std::string_view());
  packer_->append_to(members, {*record});
  const Result<uint64_t> offset = segment_->append(members);
  if (!offset) return offset.error();
  const Result<void> on_disk = segment_->sync();
  return on_disk ? segment_->sync_name() : on_disk;
}

void ArchiveWriter::Segments::compress(const OutgoingRecord& record, std::string& members) const {
  if (record.head.empty()) return;
  packer_->append_to(members, {record.head, record.http_head, record.body, kRecordEnd});
}

Result<ArchiveWriter> ArchiveWriter::open(std::filesystem::path folder, ArchiveInfo info,
                                          const Clock& clock) {
  return open_on(system_disk(), std::move(folder), std::move(info), clock, limits::kSegmentBytes);
}

Result<ArchiveWriter> ArchiveWriter::open_on(Disk& disk, std::filesystem::path folder, ArchiveInfo info,
                                             const Clock& clock, uint64_t segment_bytes) {
  if (const Result<void> made = make_archive_folder(folder, disk); !made) return made.error();
  return ArchiveWriter(
      std::make_unique<Segments>(disk, std::move(folder), std::move(info), clock, segment_bytes));
}

ArchiveWriter::ArchiveWriter(std::unique_ptr<Segments> segments) : segments_(std::move(segments)) {}
ArchiveWriter::ArchiveWriter(ArchiveWriter&&) noexcept = default;
ArchiveWriter& ArchiveWriter::operator=(ArchiveWriter&&) noexcept = default;
ArchiveWriter::~ArchiveWriter() = default;

Result<RecordRef> ArchiveWriter::append(const Exchange& exchange, const Attached& attached) {
  return segments_->synced(write(exchange, attached));
}

Result<RecordRef> ArchiveWriter::append(const Note& note) {
  return segments_->synced(segments_->write(note));
}

Result<RecordRef> ArchiveWriter::write(const Exchange& exchange, const Attached& attached) {
  if (const Result<void> ready = make_ready(); !ready) return ready.error();
  Result<PackedExchange> packed = pack(exchange, attached);
  return packed ? write(std::move(*packed), exchange, attached) : Result<RecordRef>(packed.error());
}

Result<void> ArchiveWriter::make_ready() {
  return segments_->make_room();
}

Result<PackedExchange> ArchiveWriter::pack(const Exchange& exchange, const Attached& attached) const {
  return segments_->pack(exchange, attached);
}

Result<RecordRef> ArchiveWriter::write(PackedExchange packed, const Exchange& exchange,
                                       const Attached& attached) {
  return segments_->write(std::move(packed), exchange, attached);
}

Result<void> ArchiveWriter::sync() {
  return segments_->sync();
}

}  // namespace dekko
