// What a run did, for the person who reads its last lines and for the script that reads its JSON.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.h"
#include "core/result.h"
#include "core/run.h"

namespace dekko {

struct RunReport {
  std::string listing;
  std::string kind;     // "crawl" or "replay"
  std::string profile;
  int64_t run = 0;
  std::optional<int64_t> continues = {};  // the run that this one went on with
  StopReason reason = StopReason::kReachedLast;
  std::string why = {};  // the refusing line, the last failure: empty when all went well
  bool robots_unreachable = false;
  Coverage coverage = Coverage::kOpen;
  std::vector<int> missing = {};  // pages that could not be had
  std::vector<std::pair<int, int>> open_seams = {};  // the pages on both sides of what is not proven
  std::vector<Gap> gaps = {};  // why the coverage is open or partial
  int slipped = 0;          // cards that had moved past the walk and were found
  bool reordered = false;   // cards changed places
  bool began_anew = false;  // the listing had moved too far to go on in it
  int items_missing = 0;    // whose absence was proven
  std::optional<int> last_page = {};
  int pages = 0;
  int requests = 0;
  uint64_t bytes = 0;
  int items_seen = 0;
  int items_new = 0;
  int items_changed = 0;
  int problems = 0;
  Seconds took{0};
  std::map<std::string, int> counters = {};  // skips, retries, refusals: reason to count

  // A replay does all that was asked when it has read its sources, whatever pages they leave out.
  ExitCode exit_code() const {
    const Coverage judged = kind == "replay" ? Coverage::kOpen : coverage;
    return exit_code_of(reason, judged, robots_unreachable);
  }
};

// Several lines for a person.
std::string to_text(const RunReport& report);
// What went wrong, and the next step; nothing for a run that did all that was asked.
std::optional<Error> fault_of(const RunReport& report);
// One JSON object on one line.
std::string to_json(const RunReport& report);

// "1,234,567" and "10.3 MB"
std::string grouped(int64_t number);
std::string size_text(uint64_t bytes);
// "0.4 s", "12 s", "4 min", "2 h 10 min"
std::string time_text(Seconds time);

}  // namespace dekko
