// A walk through a moving listing, led as a crawl leads it, and the record of all nights before.
#pragma once

#include <map>
#include <set>
#include <string>

#include "crawler/walk/sweep.h"
#include "crawler/walk/walk.h"
#include "tests/crawler/moving_listing.h"
#include "tests/crawler/told_walk.h"

namespace dekko {

struct Night {
  StopReason reason = StopReason::kInterrupted;
  Coverage coverage = Coverage::kPartial;
  int requests = 0;
  int walked = 0;  // of them, before any look again
  std::vector<Absence> absences = {};
  WalkPosition position = {};
};

// What a database would hold.
struct Diary {
  std::set<std::string> seen = {};
  std::vector<Look> looks = {};
  Knowledge known = {};  // of the nights that are over

  void end_night(size_t since) {
    for (; since < looks.size(); ++since) known.saw(looks[since]);
    known.end_run();
  }
};

// Walks until the walk is over, or killed before that many requests.
inline Night walk_through(MovingListing& listing, WalkPlan plan, Diary& diary, int killed_before = -1) {
  const size_t before = diary.looks.size();
  Walk walk(std::move(plan));
  Night night;
  while (night.requests != killed_before) {
    const auto next = walk.next();
    if (const auto* reason = std::get_if<StopReason>(&next)) {
      night.reason = *reason;
      break;
    }
    const auto& request = std::get<PageRequest>(next);
    ++night.requests;
    if (!request.again) ++night.walked;
    const auto shown = listing.answer(request.page);
    if (!shown) {
      walk.failed(request.page);
    } else {
      const bool listed = shown->verdict == Verdict::kListing;
      if (listed) diary.seen.insert(shown->urls.begin(), shown->urls.end());
      if (listed)
        diary.looks.push_back(
            {.page = shown->page, .urls = shown->urls, .last = shown->page >= shown->page_count.value_or(0)});
      walk.showed(*shown);
    }
    night.position = walk.position();
  }
  diary.end_night(before);
  night.coverage = walk.coverage();
  night.absences = walk.absences();
  return night;
}

inline int missed(const MovingListing& listing, const Diary& diary) {
  int missed = 0;
  for (const std::string& url : listing.lasting()) missed += diary.seen.contains(url) ? 0 : 1;
  return missed;
}

inline bool claims_all(const Night& night) {
  return night.coverage == Coverage::kComplete || night.coverage == Coverage::kRepaired;
}

}  // namespace dekko
