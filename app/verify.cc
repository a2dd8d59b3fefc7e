#include "app/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "app/journal.h"
#include "app/unarchived_page.h"
#include "archive/digest.h"
#include "archive/originals.h"
#include "archive/record_check.h"
#include "archive/warc_reader.h"
#include "db/audit.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

class Verification {
 public:
  Verification(Audit audit, const fs::path& db, const fs::path& folder, Console& console,
               const std::function<void(const ArchiveFault&)>& tell)
      : audit_(std::move(audit)), db_(db), folder_(folder), console_(console), tell_(tell) {}

  Result<VerifyReport> run();

 private:
  Result<void> check_file(const fs::path& file);
  Result<void> check_record(const WarcRecord& record);
  Result<void> check_answer(const WarcRecord& record);
  Result<void> check_step(const WarcRecord& record);
  Result<void> hold_against(const AuditedCapture& capture, const WarcRecord& record);
  void begin_captures(std::vector<AuditedCapture> captures);
  void tell_lost(const std::string& file);
  void fault(std::string file, std::optional<uint64_t> offset, std::string what);

  Audit audit_;
  const fs::path& db_;
  const fs::path& folder_;
  Console& console_;
  const std::function<void(const ArchiveFault&)>& tell_;
  JournalMark mark_;
  std::map<uint64_t, AuditedCapture> expected_;  // of the file under way, by offset, that were not met yet
  bool is_ours_ = false;                         // the file under way holds captures of this database
  VerifyReport report_;
};

Result<VerifyReport> Verification::run() {
  const Result<std::vector<std::string>> own = audit_.faults();
  if (!own) return own.error();
  for (const std::string& what : *own) fault(db_.string(), std::nullopt, what);
  const Result<JournalMark> mark = audit_.journal_mark();
  if (!mark) return mark.error();
  mark_ = *mark;
  for (const fs::path& file : warc_files(folder_)) {
    console_.progress(fmt::format("{} · {} records", file.filename().string(), report_.records));
    if (const Result<void> checked = check_file(file); !checked) return checked.error();
  }
  const Result<std::vector<std::string>> segments = audit_.segments();
  if (!segments) return segments.error();
  for (const std::string& name : *segments) {
    std::error_code ignored;
    if (!fs::exists(folder_ / name, ignored)) fault((folder_ / name).string(), std::nullopt, "is not there");
  }
  console_.end_progress();
  return report_;
}

Result<void> Verification::check_file(const fs::path& file) {
  ++report_.files;
  Result<std::vector<AuditedCapture>> captures =
      audit_.captures_in(file.lexically_relative(folder_).string());
  if (!captures) return captures.error();
  begin_captures(std::move(*captures));
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader && reader.error().code == ErrorCode::kIo) return reader.error();
  if (!reader) fault(file.string(), std::nullopt, reader.error().detail);
  while (reader) {
    const Result<std::optional<WarcRecord>> record = reader->next();
    if (!record && record.error().code == ErrorCode::kIo) return record.error();
    if (!record) fault(file.string(), std::nullopt, record.error().detail);
    if (!record || !*record) break;
    if (const Result<void> checked = check_record(**record); !checked) return checked;
  }
  if (reader) {
    for (const WarcFault& found : reader->faults()) fault(file.string(), found.offset, found.what);
  }
  tell_lost(file.string());
  return {};
}

void Verification::begin_captures(std::vector<AuditedCapture> captures) {
  expected_.clear();
  is_ours_ = !captures.empty();
  report_.captures += int64_t(captures.size());
  for (AuditedCapture& capture : captures) expected_.emplace(capture.record.offset, std::move(capture));
}

void Verification::tell_lost(const std::string& file) {
  for (const auto& [offset, capture] : expected_) {
    fault(file, offset,
          fmt::format("no whole record stands here, but capture {} of {} should", capture.id, capture.url));
  }
}

Result<void> Verification::check_record(const WarcRecord& record) {
  ++report_.records;
  const Result<std::vector<std::string>> unsound = unsound_digests(record);
  if (!unsound) return unsound.error();
  for (const std::string& what : *unsound) fault(record.ref.file, record.ref.offset, what);
  if (record.type() == "response" || record.type() == "revisit") return check_answer(record);
  if (record.field("content-type") == kUnarchivedType) return check_answer(record);
  if (record.field("content-type") == kJournalType) return check_step(record);
  return {};
}

Result<void> Verification::check_answer(const WarcRecord& record) {
  if (const auto found = expected_.find(record.ref.offset); found != expected_.end()) {
    const AuditedCapture capture = std::move(found->second);
    expected_.erase(found);
    return hold_against(capture, record);
  }
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  if (!is_ours_ || !at) return {};
  const Result<bool> asked = audit_.has_request(record.field("warc-target-uri"), *at);
  if (!asked) return asked.error();
  if (!*asked) {
    fault(record.ref.file, record.ref.offset,
          fmt::format("the answer of {} is not in the database", record.field("warc-target-uri")));
  }
  return {};
}

Result<void> Verification::hold_against(const AuditedCapture& capture, const WarcRecord& record) {
  const auto differs = [&](std::string_view what) {
    fault(record.ref.file, record.ref.offset,
          fmt::format("has another {} than capture {}", what, capture.id));
  };
  if (record.ref.length != capture.record.length) differs("length");
  if (record.field("warc-target-uri") != capture.url) differs("address");
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  if (!at || to_text_ms(*at) != capture.fetched_at) differs("moment");
  if (record.type() == "revisit") return {};
  const Result<std::string> sha256 =
      record.type() == "metadata" ? sha256_hex(record.block) : payload_sha256(record);
  if (!sha256 || *sha256 != capture.record.sha256) differs("payload");
  return {};
}

Result<void> Verification::check_step(const WarcRecord& record) {
  const Result<JournalEntry> entry = parse_journal_entry(record.block, "journal");
  if (!entry) {
    fault(record.ref.file, record.ref.offset, entry.error().detail);
    return {};
  }
  const std::string name = fs::path(record.ref.file).filename().string();
  const bool known = std::pair(name, record.ref.offset) < std::pair(mark_.segment, mark_.next);
  if (entry->database == mark_.database && !known) {
    fault(record.ref.file, record.ref.offset,
          "a step of the journal is not in the database; the next dekko crawl takes it in");
  }
  return {};
}

void Verification::fault(std::string file, std::optional<uint64_t> offset, std::string what) {
  ++report_.faults;
  tell_({std::move(file), offset, std::move(what)});
}

}  // namespace

Result<VerifyReport> verify(const fs::path& db, const fs::path& folder, Console& console,
                            const std::function<void(const ArchiveFault&)>& tell) {
  Result<Audit> audit = Audit::open(db);
  if (!audit) return audit.error();
  return Verification(std::move(*audit), db, folder, console, tell).run();
}

}  // namespace dekko
