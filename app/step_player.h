// Takes steps into a database as the run took them that they are of.
#pragma once

#include <filesystem>
#include <map>

#include "app/step_reading.h"
#include "db/store.h"

namespace dekko {

class StepPlayer {
 public:
  // Both must outlive the player. folder: of the archive.
  StepPlayer(Store& store, const std::filesystem::path& folder) : store_(store), folder_(folder) {}

  // kCorrupt for a step of a run that never began.
  Result<void> play(ReadStep read);

 private:
  // A run under way: its pages are held against what the runs before it showed.
  struct Standing {
    RunReader reader;
    ListingReading reading;
  };

  Result<RunId> run_of(const RunKey& key) const;
  Result<const ListingReading*> reading_of(const ReadStep& read, RunId run);
  Result<Page> page_of(ReadStep& read, RunId run, int number);
  Result<void> play(ReadStep& read, const RunBegins& step);
  Result<void> play(ReadStep& read, const RequestMade& step);
  Result<void> play(ReadStep& read, const AnswerNoted& step);
  Result<void> play(ReadStep& read, const PageRead& step);
  Result<void> play(ReadStep& read, const PageSeenAgain& step);
  Result<void> play(ReadStep& read, const RobotsKept& step);
  Result<void> play(ReadStep& read, const ProblemNoted& step);
  Result<void> play(ReadStep& read, const ItemsMissing& step);
  Result<void> play(ReadStep& read, const ProfilePinned& step);
  Result<void> play(ReadStep& read, const PagesReread& step);
  Result<void> play(ReadStep& read, const RunEnds& step);

  Store& store_;
  const std::filesystem::path& folder_;
  std::map<RunKey, std::unique_ptr<Standing>> standing_;
};

}  // namespace dekko
