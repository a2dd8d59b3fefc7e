// Holds what dekko says against the newspapers' own records, and what it keeps against itself. Each invariant
// counts how often it was checked, and tells where it did not hold.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/soak/year.h"

namespace dekko {

struct Invariant {
  int64_t checked = 0, broken = 0;
  std::vector<std::string> examples = {};  // of where it did not hold, the first few
};

class YearAudit {
 public:
  explicit YearAudit(const Year& year) : year_(year) {}

  void after_walk(const Year::Walked& walked);
  void after_month();
  void at_end();

  const std::map<std::string, Invariant>& invariants() const { return invariants_; }
  const std::map<std::string, int>& verdicts() const {
    return verdicts_;
  }  // runs by coverage; "killed" without
  void check(const std::string& invariant, bool holds, const std::string& where);

 private:
  // A run, or all that one walk was made of.
  struct Walk {
    int64_t first_run = 0, last_run = 0;
    Moment from, to;
    const Chronicle* paper = nullptr;
    std::string mode = {}, where = {};
    std::set<int64_t> runs = {};
  };
  using Span = std::pair<Moment, Moment>;

  SQLite::Database open() const;
  const Chronicle& paper_of(const std::string& url) const;
  // When an answer of that wall time may have told of the listing.
  std::vector<Moment> told_at(const Chronicle& paper, const std::string& wall) const;

  void check_sightings(SQLite::Database& db);
  void check_changes(SQLite::Database& db);
  void check_missing(SQLite::Database& db);
  void check_runs(SQLite::Database& db);
  void check_claim(SQLite::Database& db, const Walk& walk);
  Walk walk_of(SQLite::Database& db, int64_t run) const;
  std::set<std::string> seen_in(SQLite::Database& db, const Walk& walk) const;
  std::set<std::string> known_before(SQLite::Database& db, const Walk& walk) const;
  void check_cycles(SQLite::Database& db);
  void check_cycle(const Chronicle& paper, const std::map<std::string, std::set<std::string>>& headlines);
  int good_runs_within(const Chronicle& paper, Moment from, Moment to) const;
  void check_archive();
  void check_rebuilt();
  void check_politeness();

  const Year& year_;
  std::map<std::string, Invariant> invariants_;
  std::map<std::string, int> verdicts_;
  std::map<const Chronicle*, std::vector<Span>> good_runs_;  // that looked at all they wanted to
  int64_t last_run_ = 0, last_capture_ = 0;
};

}  // namespace dekko
