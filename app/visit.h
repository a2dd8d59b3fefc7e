// One address of a listing, asked for until it is had or given up: robots first, retries, redirects. A state machine
// that neither waits nor fetches: it is asked what next, and told what came.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/robots_errand.h"
#include "app/stored.h"
#include "crawler/polite/pacer.h"
#include "crawler/polite/retry.h"
#include "crawler/polite/robots_gate.h"

namespace dekko {

// By a line of robots.txt, or because robots.txt could not be had.
struct RefusedByRobots {
  Url url;
  RobotsVerdict verdict;
  bool unreachable = false;
};
// Not to be had, after retries. reason: "status 503", "timed_out", "redirected to page 1", ...
struct NotHad {
  std::string reason;
  bool login = false;  // the site asked who we are
  bool rests = false;  // its host is left alone until the next run
};

using VisitEnd = std::variant<PageSeen, RefusedByRobots, NotHad>;

// What all visits of a run share; borrowed, and must outlive them. Counters by reason: "retry: status 503", ...
struct Politeness {
  RobotsGate& gate;
  Pacer& pacer;
};
using Counters = std::map<std::string, int>;

class Visit {
 public:
  // noise: of the listing's addresses, as for page_address(). tries: how often what can pass is tried.
  Visit(Url url, Purpose purpose, const std::vector<std::string>& noise, int tries = kTries);

  // The request to make next, without the page's validators, or how the visit ended. Asking changes nothing that a
  // second asking would not answer the same, but what others learnt meanwhile counts.
  std::variant<Request, VisitEnd> next(const Politeness& politeness, Moment now, Counters& counters);
  // What became of the request that next() gave.
  void heard(Stored stored, const Politeness& politeness, Moment now, Counters& counters);

  // How it ended, once what was heard last has ended it.
  const std::optional<VisitEnd>& end() const { return end_; }
  Purpose purpose() const { return purpose_; }
  const Url& asked() const { return asked_; }
  const Url& url() const { return at_; }  // after redirects
  // Whether a robots.txt is under way: the host is to be left alone until it is read.
  bool is_on_errand() const { return errand_.has_value(); }

 private:
  bool tries_again(const FetchOutcome& outcome, const Politeness& politeness, Counters& counters);
  void learn(const RobotsAnswer& answer, const Politeness& politeness, Moment now, Counters& counters);
  void heard_page(Stored stored, Counters& counters);

  Url asked_, at_;
  Purpose purpose_;
  const std::vector<std::string>& noise_;
  std::optional<RobotsErrand> errand_;
  std::optional<VisitEnd> end_;
  int hops_ = 0;
  int most_tries_;
  int tries_ = 0;
};

// Whether it is an answer to a request for a page that may hold the page: no error, no redirect.
bool is_plain_page(const Answer& answer);
// Whether an answer says that its host is in trouble, or could not be had at all.
bool is_failure(const FetchOutcome& outcome);

}  // namespace dekko
