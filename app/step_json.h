// Steps as the archive's journal holds them: one JSON object for each transaction of the database. Its form:
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
  std::vector<Step> steps;
};

std::string to_json(const JournalEntry& entry);
// kCorrupt for a text that is no entry; `where` names it.
Result<JournalEntry> parse_journal_entry(std::string_view json, std::string_view where);

}  // namespace dekko
