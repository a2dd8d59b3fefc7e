// What dekko tells the shell. Other people's scripts hang on these numbers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/run.h"

namespace dekko {

enum class ExitCode {
  kDone = 0,          // all that was asked was done
  kFailed = 1,        // failed, or a comparison differs
  kUsage = 2,
  kPartial = 3,       // some pages could not be had, run it again to go on
  kSuspicious = 4,    // what came back is not the listing; nothing of it reached the items
  kRefused = 5,       // by robots.txt
  kBusy = 6,          // another dekko is writing this database
  kDamaged = 7,       // archive or database
  kInterrupted = 130  // state saved
};

// Each code, by number, and what it says, as a sentence without its end.
std::vector<std::pair<ExitCode, std::string>> exit_code_meanings();

ExitCode exit_code_of(const Error& error);
// robots_unreachable: the refusal came from a robots.txt that could not be had, which may pass.
ExitCode exit_code_of(StopReason reason, Coverage coverage, bool robots_unreachable);
// Of two listings in one run, what the user has to hear of first.
ExitCode worse_of(ExitCode a, ExitCode b);

}  // namespace dekko
