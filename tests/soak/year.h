// A year of nights over five newspapers: what happens in them, and when. What the database makes of it is for
// others to judge (audit.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/soak/chronicle.h"
#include "tests/soak/night_plan.h"
#include "tests/soak/press_fetcher.h"
#include "tests/soak/press_walk.h"
#include "tests/soak/unruly_clock.h"
#include "tests/support/scratch.h"

namespace dekko {

class Year {
 public:
  explicit Year(uint64_t seed);

  // What came of a night's walk, or of one of two.
  struct Walked {
    Moment began, ended;                     // true time
    std::optional<std::string> failed = {};  // why nothing could be walked, or told
    bool killed = false;
    bool disk_was_full = false;
  };
  // The next night, after a day in which the newspapers go on. after: hears of each walk.
  void night(const std::function<void(const Walked&)>& after);

  // What a kill or a full disk kept from the database is taken in, as by the next crawl.
  Result<void> settle() const;

  int nights() const { return nights_; }
  const std::vector<Chronicle>& papers() const { return papers_; }
  const UnrulyClock& clock() const { return clock_; }
  const PressFetcher::Watch& watch() const { return watch_; }
  std::filesystem::path db() const { return db_; }
  std::filesystem::path folder() const { return folder_; }
  uintmax_t longest_log() const { return longest_log_; }  // octets of SQLite's log, ever

 private:
  Walked walk(NightPlan plan);
  Result<std::vector<RunReport>> walk_through(NightPlan& plan, std::function<void(int)> before);
  Walked walk_until_killed(NightPlan plan);
  void happen(const Happening& happening);
  void happen_before(const NightPlan& plan, int request);
  void pass_day();
  std::vector<Subscription> subscriptions(const NightPlan& plan) const;

  Scratch scratch_;
  std::filesystem::path db_ = scratch_.path() / "d.db", folder_ = scratch_.path() / "archive";
  Profiles profiles_;
  UnrulyClock clock_;
  std::vector<Chronicle> papers_;
  Weather weather_;
  PressFetcher::Watch watch_;
  int nights_ = 0;
  uintmax_t longest_log_ = 0;
};

}  // namespace dekko
