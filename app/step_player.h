// Takes steps into a database as the run took them that they are of.
#pragma once

#include <filesystem>

#include "app/step_reading.h"
#include "db/store.h"

namespace dekko {

class StepPlayer {
 public:
  // Both must outlive the player.
  StepPlayer(Store& store, const std::filesystem::path& folder) : store_(store), folder_(folder) {}

  // kCorrupt for a step of a run that never began.
  Result<void> play(const ReadStep& read);

 private:
  Result<RunId> run_of(const RunKey& key) const;
  Result<void> play(const ReadStep& read, const RunBegins& step);
  Result<void> play(const ReadStep& read, const RequestMade& step);
  Result<void> play(const ReadStep& read, const AnswerNoted& step);
  Result<void> play(const ReadStep& read, const PageRead& step);
  Result<void> play(const ReadStep& read, const PageSeenAgain& step);
  Result<void> play(const ReadStep& read, const RobotsKept& step);
  Result<void> play(const ReadStep& read, const ProblemNoted& step);
  Result<void> play(const ReadStep& read, const ItemsMissing& step);
  Result<void> play(const ReadStep& read, const RunEnds& step);

  Store& store_;
  const std::filesystem::path& folder_;
};

}  // namespace dekko
