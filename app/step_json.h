// Steps as the archive's journal holds them: a JSON object for each transaction of the database. Its form:
// docs/archive.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/step.h"

namespace dekko {

// The Content-Type of the journal's metadata records.
inline constexpr std::string_view kJournalType = "application/vnd.dekko.journal+json";

// database: JournalMark::database of the one that took the steps.
struct JournalEntry {
  std::string database;
  std::vector<JournalStep> steps;
  // Of a transaction whose steps take several entries, one after the other: which this is, from 0, and
  // whether there is another. Where the last is missing, the transaction never was.
  size_t part = 0;
  bool more = false;
};

// The entries that hold the steps of a transaction. kLimit for a step that no entry can hold.
Result<std::vector<std::string>> to_entries(const std::string& database,
                                            const std::vector<JournalStep>& steps);
// kCorrupt for a text that is no entry; `where` names it.
Result<JournalEntry> parse_journal_entry(std::string_view text, std::string_view where);

}  // namespace dekko
