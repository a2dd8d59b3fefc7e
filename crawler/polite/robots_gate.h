// The robots gate: for each origin, what is known of its robots.txt, and so what may be asked. Pure: it asks
// for robots.txt to be fetched, it does not fetch.
#pragma once

#include <map>
#include <string>
#include <variant>

#include "core/robots_copy.h"
#include "crawler/polite/robots.h"

namespace dekko {

// What became of the fetch of a robots.txt, in the terms of RFC 9309 section 2.3.1.
struct RobotsAnswer {
  // kUnchanged: 304 to the validators of a copy that the gate knows.
  enum class Kind { kBody, kUnavailable, kUnreachable, kUnchanged };
  Kind kind;
  std::string body = {};                      // decoded
  std::string why = {};                       // "status 503", "timed out": for messages
  std::string etag = {}, last_modified = {};  // as served; empty for none

  // By status: 2xx is a body, 4xx but 429 is unavailable, anything else unreachable. The caller follows
  // redirects before, across hosts too, and calls more than limits::kRedirects of them kUnavailable
  // (section 2.3.1.2).
  static RobotsAnswer of_status(int status, std::string body);
};

class RobotsGate {
 public:
  struct Allowed {};
  struct Refused {
    RobotsVerdict verdict;
    bool unreachable = false;  // refused because robots.txt could not be had, not by one of its lines
  };
  struct FetchFirst {
    Url robots_url;
    std::string etag = {}, last_modified = {};  // of the copy that is known, to be asked with
  };
  using Decision = std::variant<Allowed, Refused, FetchFirst>;

  explicit RobotsGate(std::string agent) : agent_(std::move(agent)) {}

  // An answer older than 24 hours is asked for anew (section 2.4), one that could not be had after an hour.
  // A Crawl-delay over limits::kCrawlDelay refuses everything: such a site is not walked.
  Decision ask(const Url& url, Moment now) const;
  // The rules hold for the origin that was asked, wherever its redirects led. Where robots.txt is
  // unreachable, rules read less than 30 days ago stay in force (section 2.3.1.4).
  void learn(const Url& any_of_origin, const RobotsAnswer& answer, Moment now);
  // What an earlier run had learnt, read at copy.read. Whatever is known already stays. A copy from after now is of
  // a clock that was put back: how old it is nobody knows, and it is asked for anew.
  void recall(const Url& any_of_origin, const RobotsCopy& copy, Moment now);
  bool knows(const Url& any_of_origin) const { return by_origin_.contains(any_of_origin.origin()); }
  // What the known rules say, however old they are; nothing where there are none.
  std::optional<RobotsVerdict> verdict(const Url& url) const;
  // What to keep for later runs; nothing while robots.txt has never been had.
  std::optional<RobotsCopy> copy(const Url& any_of_origin) const;
  // Whether the rules in force are older than they should be, because robots.txt cannot be had now.
  bool relies_on_old_copy(const Url& any_of_origin) const;
  std::optional<Seconds> crawl_delay(const Url& any_of_origin) const;

 private:
  struct Known {
    Robots robots;
    RobotsCopy copy;   // copy.read: when the rules were read
    Moment ask_again;  // when they are too old
    bool has_rules = false;
    bool failing = false;  // the latest try could not have it
  };
  static Known known_of(RobotsCopy copy);

  std::string agent_;
  std::map<std::string, Known, std::less<>> by_origin_;
};

}  // namespace dekko
