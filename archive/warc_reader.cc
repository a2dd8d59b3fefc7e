#include "archive/warc_reader.h"

#include <fmt/format.h>

#include "archive/archive_limits.h"
#include "archive/member_stream.h"
#include "archive/record_scanner.h"

namespace dekko {

std::string_view WarcRecord::field(std::string_view lower_case_name) const {
  const auto found = fields.find(lower_case_name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

class WarcReader::Stream {
 public:
  Stream(std::filesystem::path file, std::unique_ptr<MemberStream> members)
      : file_(std::move(file)), members_(std::move(members)), scanner_(*members_) {}

  void go_to(uint64_t offset) { members_->go_to(offset); }
  Result<std::optional<WarcRecord>> next();
  const std::vector<WarcFault>& faults() const { return faults_; }

 private:
  Result<void> pass_over(const Scanned& scanned);
  WarcRecord record_from(Scanned&& scanned) const;

  std::filesystem::path file_;
  std::unique_ptr<MemberStream> members_;
  RecordScanner scanner_;
  std::vector<WarcFault> faults_;
  bool over_ = false;
};

Result<std::optional<WarcRecord>> WarcReader::Stream::next() {
  while (!over_) {
    Result<Scanned> scanned = scanner_.scan();
    if (!scanned) return scanned.error();
    if (scanned->kind == Scanned::Kind::kRecord) return std::optional(record_from(std::move(*scanned)));
    if (const Result<void> passed = pass_over(*scanned); !passed) return passed.error();
  }
  return std::optional<WarcRecord>();
}

Result<void> WarcReader::Stream::pass_over(const Scanned& scanned) {
  over_ = scanned.kind == Scanned::Kind::kEnd || scanned.kind == Scanned::Kind::kTorn;
  if (scanned.kind == Scanned::Kind::kEnd) {
    if (members_->position() == 0) faults_.push_back({0, "torn tail"});  // a crash before the first record
    return {};
  }
  faults_.push_back({scanned.offset, scanned.fault});
  if (faults_.size() >= limits::kWarcFaults) {
    over_ = true;
    return Error{ErrorCode::kCorrupt, file_.string(), fmt::format("has {} damaged places", faults_.size()),
                 "restore it from a copy"};
  }
  if (scanned.kind != Scanned::Kind::kDamaged) return {};
  const Result<bool> found = members_->find_record(scanned.resume_from);
  if (!found) return found.error();
  over_ = !*found;
  scanner_.restart();
  return {};
}

WarcRecord WarcReader::Stream::record_from(Scanned&& scanned) const {
  const auto id = scanned.header.fields.find("warc-record-id");
  std::string record_id = id == scanned.header.fields.end() ? std::string() : id->second;
  return WarcRecord{.version = std::move(scanned.header.version),
                    .fields = std::move(scanned.header.fields),
                    .block = std::move(scanned.block),
                    .ref = {.file = file_.string(),
                            .offset = scanned.offset,
                            .length = scanned.length,
                            .id = std::move(record_id)}};
}

Result<WarcReader> WarcReader::open(const std::filesystem::path& file) {
  return open_at(file, 0);
}

Result<WarcReader> WarcReader::open_at(const std::filesystem::path& file, uint64_t offset) {
  Result<std::unique_ptr<MemberStream>> members = open_members(file);
  if (!members) return members.error();
  auto stream = std::make_unique<Stream>(file, std::move(*members));
  if (offset > 0) stream->go_to(offset);
  return WarcReader(std::move(stream));
}

WarcReader::WarcReader(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}
WarcReader::WarcReader(WarcReader&&) noexcept = default;
WarcReader& WarcReader::operator=(WarcReader&&) noexcept = default;
WarcReader::~WarcReader() = default;

Result<std::optional<WarcRecord>> WarcReader::next() {
  return stream_->next();
}

const std::vector<WarcFault>& WarcReader::faults() const {
  return stream_->faults();
}

}  // namespace dekko
