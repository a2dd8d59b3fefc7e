// What goes wrong in one night, and what the newspapers do meanwhile: drawn by a seed, before the night.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/soak/chronicle.h"
#include "tests/support/prng.h"

namespace dekko {

// From a listing's from-th request of the night on, so many are answered so; robots: those for robots.txt
// alone. name: a fault of the site (tests/support/fault.h), or one of the way to it: dns, refused, connect,
// tls, cache (the page as it was when the night began), old-cache (as it was the night before).
struct Strike {
  size_t paper = 0;
  std::string name = {};
  bool robots = false;
  int from = 0, times = 1;
};

// Before the request of this number, of all listings together.
struct Happening {
  enum class Kind { kPublish, kWithdraw, kRename, kClock, kResize };
  Kind kind = Kind::kRename;
  size_t paper = 0;
  size_t chance = 0;                   // which post
  std::chrono::milliseconds ahead{0};  // kClock
};

struct NightPlan {
  enum class End { kOrdinary, kKilled, kFullDisk };
  std::vector<Strike> strikes = {};
  std::multimap<int, Happening> happenings = {};
  End end = End::kOrdinary;
  long after = 0;               // calls until the kill, or octets until the disk is full
  bool walks_again = false;     // soon after a kill
  size_t certified = SIZE_MAX;  // the listing that is walked as a whole, and every seam proven
};

class Weather {
 public:
  // papers: borrowed.
  Weather(uint64_t seed, const std::vector<Chronicle>& papers) : chance_(seed), papers_(papers) {}

  NightPlan next(int night);
  // What happens between two nights: posts in and out, edits.
  std::vector<Happening> day(int night);

 private:
  void strike(NightPlan& plan);
  Happening change(size_t paper);
  void jump(NightPlan& plan);

  site::Prng chance_;
  const std::vector<Chronicle>& papers_;
  bool clock_is_right_ = true;
};

}  // namespace dekko
