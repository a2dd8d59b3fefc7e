#include "tests/soak/night_plan.h"

namespace dekko {
namespace {

constexpr const char* kOfPages[] = {
    "slow",  "drop",      "truncated", "wrong-length", "429",          "429-bare", "503",   "503",
    "login", "not-html",  "empty",     "huge",         "endless",      "drip",     "tls",   "big-header",
    "dns",   "to-login",  "to-first",  "to-elsewhere", "refused",      "connect",  "cache", "old-cache",
    "cache", "old-cache", "429",       "gzip-bomb",    "redirect-loop"};
constexpr const char* kOfRobots[] = {"503",  "429",   "drop",    "truncated", "dns",  "connect",
                                     "huge", "login", "endless", "to-login",  "empty"};
constexpr int kStorm = 40;     // requests: more than a night's retries last
constexpr int kRequests = 40;  // of an ordinary night, all listings together

}  // namespace

NightPlan Weather::next(int night) {
  NightPlan plan;
  if (night == 0) return plan;
  for (size_t faults = chance_.one_in(3) ? 0 : 1 + chance_.below(4); faults > 0; --faults) strike(plan);
  for (size_t changes = chance_.below(4); changes > 0; --changes)
    plan.happenings.emplace(static_cast<int>(chance_.below(kRequests)),
                            change(chance_.below(papers_.size())));
  if (night % 10 == 4) plan.certified = chance_.below(papers_.size());
  if (chance_.one_in(9)) {
    plan.end = NightPlan::End::kKilled;
    plan.after = static_cast<long>(chance_.below(900));
    plan.walks_again = chance_.one_in(2);
  } else if (chance_.one_in(25)) {
    plan.end = NightPlan::End::kFullDisk;
    plan.after = static_cast<long>(chance_.below(600'000));
  } else if (!clock_is_right_ || chance_.one_in(20)) {
    jump(plan);
  }
  return plan;
}

void Weather::strike(NightPlan& plan) {
  Strike strike{.paper = chance_.below(papers_.size()), .robots = chance_.one_in(6)};
  strike.name = strike.robots ? chance_.pick(kOfRobots) : chance_.pick(kOfPages);
  strike.from = strike.robots ? 0 : static_cast<int>(chance_.below(8));
  strike.times = chance_.one_in(4) ? kStorm : 1 + static_cast<int>(chance_.below(3));
  plan.strikes.push_back(std::move(strike));
}

// A wrong clock is put right one of the next nights.
void Weather::jump(NightPlan& plan) {
  Happening happening{.kind = Happening::Kind::kClock};
  if (clock_is_right_) {
    constexpr int kMinutes[] = {-1, 1, -60, 60, -180, 180, -1800, 1800, 10'000};
    happening.ahead = std::chrono::minutes(kMinutes[chance_.below(std::size(kMinutes))]);
  }
  clock_is_right_ = !clock_is_right_;
  plan.happenings.emplace(static_cast<int>(chance_.below(kRequests)), happening);
}

Happening Weather::change(size_t paper) {
  using Kind = Happening::Kind;
  constexpr Kind kKinds[] = {Kind::kPublish, Kind::kWithdraw, Kind::kRename, Kind::kRename};
  return {.kind = kKinds[chance_.below(std::size(kKinds))], .paper = paper, .chance = chance_.next()};
}

std::vector<Happening> Weather::day(int night) {
  std::vector<Happening> happenings;
  for (size_t paper = 0; paper < papers_.size(); ++paper) {
    for (size_t posts = chance_.below(paper == 0 ? 2 : 4); posts > 0; --posts)
      happenings.push_back({.kind = Happening::Kind::kPublish, .paper = paper, .chance = chance_.next()});
    for (size_t more = chance_.below(4); more > 0; --more) happenings.push_back(change(paper));
  }
  if (night % 120 == 60)
    happenings.push_back({.kind = Happening::Kind::kResize, .paper = chance_.below(papers_.size())});
  return happenings;
}

}  // namespace dekko
