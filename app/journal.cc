#include "app/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "archive/originals.h"
#include "archive/segment_name.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

constexpr const char* kLabel = "journal";

// The entries of one transaction. Of what a kill or a full disk broke off, the next one begins anew.
class Parts {
 public:
  // False for an entry that goes on with none.
  bool join(JournalEntry entry) {
    if (entry.part == 0) {
      whole_ = std::move(entry);
      return true;
    }
    if (!whole_.more || entry.part != whole_.part + 1 || entry.database != whole_.database) return false;
    whole_.part = entry.part;
    whole_.more = entry.more;
    std::move(entry.steps.begin(), entry.steps.end(), std::back_inserter(whole_.steps));
    return true;
  }
  bool is_whole() const { return !whole_.more; }
  JournalEntry take() { return std::exchange(whole_, {}); }

 private:
  JournalEntry whole_;
};

Error out_of_order(const std::string& name, uint64_t offset) {
  return Error{ErrorCode::kCorrupt, fmt::format("{}, offset {}", name, offset),
               "goes on with a transaction whose beginning is not there", "restore the file from a copy"};
}

Result<void> read_segment(const std::filesystem::path& folder, const std::string& name, uint64_t offset,
                          const std::function<Result<void>(JournalRecord)>& take) {
  Parts whole;
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
    if (!whole.join(std::move(*entry))) return out_of_order(name, ref.offset);
    if (!whole.is_whole()) continue;
    if (const Result<void> taken = take({whole.take(), std::move(ref)}); !taken) return taken;
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

Result<RecordRef> Journal::write(const std::vector<JournalStep>& steps) {
  Result<std::vector<std::string>> entries = to_entries(database_, steps);
  if (!entries) return entries.error();
  RecordRef last;
  for (std::string& entry : *entries) {
    Result<RecordRef> record = archive_.append(Note{.target = steps.front().run.listing,
                                                    .at = clock_.now(),
                                                    .content_type = std::string(kJournalType),
                                                    .text = std::move(entry)});
    if (!record) return record;
    last = std::move(*record);
  }
  return last;
}

// A host called so gets the dot that ends every host's full name.
std::string host_label(std::string_view host) {
  return safe_label(host) == kLabel ? std::string(host) + "." : std::string(host);
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
