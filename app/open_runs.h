// The runs in a journal that have begun and not ended: those that a kill broke off.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/journal.h"

namespace dekko {

struct OpenRun {
  std::string segment;                // of the journal, in which it began
  WalkPosition position;              // where its walk stands
  int page = 1;                       // that was seen last
  std::optional<LedgerLine> waiting;  // its latest request, if no answer was stored after it
};

class OpenRuns {
 public:
  // Hears of each step, in order.
  void hear(const Step& step, const std::string& segment);
  const std::map<RunKey, OpenRun>& runs() const { return runs_; }

 private:
  std::map<RunKey, OpenRun> runs_;
};

}  // namespace dekko
