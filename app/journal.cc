#include "app/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "archive/originals.h"
#include "archive/segment_name.h"
#include "archive/warc_reader.h"
#include "core/limits.h"

namespace dekko {

namespace {

constexpr const char* kLabel = "journal";

Result<void> read_segment(const std::filesystem::path& folder, const std::string& name, uint64_t offset,
                          const std::function<Result<void>(JournalRecord)>& take) {
  Result<WarcReader> reader = WarcReader::open_at(folder / name, offset);
  if (!reader) return reader.error();
  for (;;) {
    const Result<std::optional<WarcRecord>> record = reader->next();
    if (!record) return record.error();
    if (!*record) break;
    if ((*record)->field("content-type") != kJournalType) continue;
    RecordRef ref = (*record)->ref;
    ref.file = name;
    Result<JournalEntry> entry =
        parse_journal_entry((*record)->block, fmt::format("{}, offset {}", name, ref.offset));
    if (!entry) return entry.error();
    if (const Result<void> taken = take({std::move(*entry), std::move(ref)}); !taken) return taken;
  }
  for (const WarcFault& fault : reader->faults()) {
    if (fault.what == "torn tail") continue;
    return Error{ErrorCode::kCorrupt, fmt::format("{}, offset {}", name, fault.offset), fault.what,
                 "restore the file from a copy"};
  }
  return {};
}

}  // namespace

Result<Journal> Journal::open(const std::filesystem::path& folder, const std::string& software,
                              std::string database, const Clock& clock) {
  Result<ArchiveWriter> archive = ArchiveWriter::open(
      folder,
      {.software = software, .label = kLabel, .fields = {{"description", "journal of database " + database}}},
      clock);
  if (!archive) return archive.error();
  return Journal(std::move(*archive), std::move(database), clock);
}

Result<RecordRef> Journal::write(const std::vector<Step>& steps) {
  std::string text = to_json(JournalEntry{database_, steps});
  if (text.size() > limits::kJournalEntryBytes) {
    return Error{
        ErrorCode::kLimit, steps.front().run.listing,
        fmt::format("makes a journal entry of {} octets, which nobody would read again", text.size())};
  }
  return archive_.append(Note{.target = steps.front().run.listing,
                              .at = clock_.now(),
                              .content_type = std::string(kJournalType),
                              .text = std::move(text)});
}

std::vector<std::string> journal_segments(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    const std::string name = it->path().filename().string();
    if (is_warc_name(name) && segment_label(name) == kLabel) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<void> each_journaled(const std::filesystem::path& folder, const JournalMark& from,
                            const std::function<Result<void>(JournalRecord)>& take) {
  for (const std::string& name : journal_segments(folder)) {
    if (name < from.segment) continue;
    const Result<void> read = read_segment(folder, name, name == from.segment ? from.next : 0, take);
    if (!read) return read;
  }
  return {};
}

}  // namespace dekko
