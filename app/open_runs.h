// The runs in a journal that have begun and not ended: those that a kill broke off.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/journal.h"

namespace dekko {

struct OpenRun {
  std::string segment;                  // of the journal, in which it began
  WalkPosition position;                // where its walk stands
  int page = 1;                         // that was seen last
  std::map<std::string, Moment> asked;  // its latest request for each page, by address
};

class OpenRuns {
 public:
  // Hears of each step, in order.
  void hear(const JournalStep& step, const std::string& segment);
  // The walk of a run that is there stands elsewhere now.
  void stand(const RunKey& run, const WalkPosition& position) { runs_.at(run).position = position; }
  const std::map<RunKey, OpenRun>& runs() const { return runs_; }

 private:
  std::map<RunKey, OpenRun> runs_;
};

}  // namespace dekko
