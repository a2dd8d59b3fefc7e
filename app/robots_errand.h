// Fetching one robots.txt by RFC 9309 section 2.3.1: what each kind of answer means. Pure: the caller asks, retries
// included.
#pragma once

#include <optional>

#include "app/stored.h"
#include "crawler/fetch/fetcher.h"
#include "crawler/polite/robots_gate.h"

namespace dekko {

class RobotsErrand {
 public:
  explicit RobotsErrand(RobotsGate::FetchFirst first);

  // What to ask for: the robots.txt itself, or where it was redirected to, other hosts included.
  Request request() const;
  // Nothing: there was a redirect, ask on.
  std::optional<RobotsAnswer> heard(const Stored& answer);

 private:
  std::optional<RobotsAnswer> follow(const std::string& location);

  RobotsGate::FetchFirst first_;
  Url at_;
  int hops_ = 0;
};

}  // namespace dekko
