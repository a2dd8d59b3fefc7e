// Several newspapers without a network: each answers at the moment of the request, unless the night's plan
// has something else for it. One transfer a host at a time is the caller's duty, and is watched.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "crawler/fetch/fetcher.h"
#include "tests/soak/chronicle.h"
#include "tests/soak/night_plan.h"
#include "tests/soak/unruly_clock.h"

namespace dekko {

class PressFetcher final : public Fetcher {
 public:
  // What a fetcher knows of a night; lasts as long as the test.
  struct Watch {
    int64_t requests = 0;
    int64_t too_soon = 0;    // by true time: sooner than the pause, or than a Retry-After allowed
    int64_t ungoverned = 0;  // pages asked for long after robots.txt was
    std::map<size_t, Seconds> robots_asked = {};     // by paper
    std::map<std::string, int> struck = {};          // strikes by name
    std::map<std::string, Seconds> not_before = {};  // by address
  };
  // All borrowed. before: called before each request with how many came before it in this night.
  PressFetcher(std::vector<Chronicle>& papers, UnrulyClock& clock, NightPlan& plan, Watch& watch,
               std::function<void(int)> before)
      : papers_(papers), clock_(clock), plan_(plan), watch_(watch), before_(std::move(before)) {}

  bool can_start() const override { return under_way_.size() < kRequestsInFlight; }
  size_t held_bytes() const override { return 0; }
  void wake() override {}
  uint64_t start(Request request) override;
  std::optional<Answer> wait(Seconds timeout) override;

 private:
  struct UnderWay {
    Seconds due;
    std::string address;
    Answer answer;
  };
  struct Given {
    FetchOutcome outcome;
    Seconds took;
  };
  void watch(const Request& request, size_t paper);
  size_t paper_of(const Url& url) const;
  std::optional<std::string> strike(size_t paper, bool robots);
  Given answer(const Request& request);
  Given of_site(Chronicle& paper, const site::Ask& ask, const Request& request, const std::string& fault);
  Given as_outcome(const Request& request, site::Reply reply) const;

  std::vector<Chronicle>& papers_;
  UnrulyClock& clock_;
  NightPlan& plan_;
  Watch& watch_;
  std::function<void(int)> before_;
  std::map<size_t, int> asked_;  // pages, by paper
  std::vector<UnderWay> under_way_;
  int requests_ = 0;
};

// The number in a listing page's path; 0 for robots.txt.
int page_in(std::string_view path);
// Two of the newspapers share one.
std::string address_of(size_t paper);

}  // namespace dekko
