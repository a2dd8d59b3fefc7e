// What a kill kept from the database is in the archive: it is taken in before anything new is written.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "app/console.h"
#include "app/open_runs.h"
#include "app/step_reading.h"
#include "db/store.h"

namespace dekko {

class TakeIn {
 public:
  // All borrowed; the folder's and the database's locks have to be held.
  TakeIn(Store& store, const std::filesystem::path& folder, Console& console)
      : store_(store), folder_(folder), console_(console) {}

  // Cuts torn tails off the journal and takes in its steps that the database does not know. Before the
  // store's own journal is set.
  Result<void> journal();
  // Cuts torn tails off the segments of runs that were broken off, and takes in the answers in them that no
  // step names. After the store's journal is set.
  Result<void> answers();

 private:
  // Of a run that was broken off.
  struct LateReading {
    RunReader reader;
    ListingReading reading;
  };

  Result<void> mend(const std::string& name);
  Result<bool> survey(const JournalMark& mark, const JournalMark& from);
  Result<void> play(const JournalMark& mark, const JournalMark& from);
  Result<void> take(const std::string& segment);
  Result<LateReading*> reading_of(const RunKey& run);

  Store& store_;
  const std::filesystem::path& folder_;
  Console& console_;
  OpenRuns open_;
  RunReaders readers_;
  std::map<RunKey, std::unique_ptr<LateReading>> late_;
  int pending_ = 0;
  bool others_ = false;  // the journal holds steps of other databases
};

}  // namespace dekko
