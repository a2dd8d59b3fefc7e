// What a year took, month by month: the report, and whether it grows as it should.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/soak/audit.h"
#include "tests/soak/year.h"

namespace dekko {

class Months {
 public:
  Months(const Year& year, YearAudit& audit) : year_(year), audit_(audit) {}

  // Ends a month.
  void close();
  // Memory and descriptors flat, files linear: each whole month held against the second.
  void check_growth();
  // The table, the faults by kind, and each invariant with how often it was checked.
  void print() const;

 private:
  struct Month {
    int nights = 0;
    int64_t requests = 0, pages = 0, items = 0, versions = 0;  // until now, as all below
    std::map<std::string, int> verdicts = {};
    int faults = 0;
    uint64_t resident = 0, peak = 0;  // octets; peak: within the month
    int descriptors = 0;
    uint64_t db = 0, archive = 0;
  };
  void check_files(size_t month);
  void print_invariants() const;

  const Year& year_;
  YearAudit& audit_;
  std::vector<Month> months_ = {Month()};
};

}  // namespace dekko
