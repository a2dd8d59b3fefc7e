// The archive's journal: what the database was told of each run, in segments of its own beside the answers.
// From both the database can be made anew (app/rebuild.h), and what a kill kept from it is taken in
// (app/take_in.h). Form: docs/archive.md.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/step_json.h"
#include "archive/archive.h"

namespace dekko {

// Writes steps down for a Store (Store::write_ahead). One process has one journal in a folder at a time.
class Journal {
 public:
  // database: JournalMark::database. `clock` must outlive the journal.
  static Result<Journal> open(const std::filesystem::path& folder, const std::string& software,
                              std::string database, const Clock& clock);

  // On disk when it returns; the address of the last record.
  Result<RecordRef> write(const std::vector<JournalStep>& steps);

 private:
  Journal(ArchiveWriter archive, std::string database, const Clock& clock)
      : archive_(std::move(archive)), database_(std::move(database)), clock_(clock) {}

  ArchiveWriter archive_;
  std::string database_;
  const Clock& clock_;
};

// A transaction, and the place of its last record; record.file is the segment's name.
struct JournalRecord {
  JournalEntry entry;
  RecordRef record;
};

// A host's label in segment names, which is never the journal's own.
std::string host_label(std::string_view host);

// The names of a folder's journal segments, in the order of writing.
std::vector<std::string> journal_segments(const std::filesystem::path& folder);

// Calls `take` for each entry from `from` on, in the order of writing; `take` returns an error to stop. A
// torn tail is what a kill leaves and ends its segment; other damage is kCorrupt.
Result<void> each_journaled(const std::filesystem::path& folder, const JournalMark& from,
                            const std::function<Result<void>(JournalRecord record)>& take);

}  // namespace dekko
