// When a host may be asked again. The pause runs from the end of one answer to the start of the next request
// and is the largest of: the user's delay, the site's Crawl-delay, five times the last answer's time,
// Retry-After, backoff. Loopback hosts have neither the default delay nor the factor unless the user gave a
// delay; what a server asks for holds everywhere. Hosts that are reached at one address share one pace. Pure:
// times are those of Clock::steady(), chance is passed in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "core/url.h"

namespace dekko {

struct PaceRules {
  std::optional<Seconds> delay = {};  // --delay; none: kDefaultDelay, 0 for loopback
};

inline constexpr Seconds kDefaultDelay{5};
inline constexpr double kAnswerTimeFactor = 5;
inline constexpr Seconds kFirstBackoff{1};  // where there is no pause that could be doubled
inline constexpr Seconds kFirstBackoffNear{
    0.1};  // the same for a loopback host that has no delay: it has no floor
inline constexpr Seconds kLongestBackoff{900};  // Retry-After may ask for more, and gets it

// at: the earliest moment for the next request. rule: what bound it ("none", "delay", "crawl-delay",
// "answer-time", "retry-after", "backoff"), and pause: how long that is after the last answer; both for the
// ledger.
struct Turn {
  Seconds at{0};
  std::string_view rule = "none";
  Seconds pause{0};
};

// An answer as the ledger has it. ended may lie before the clock's zero; where it lies ahead, the clock was
// set back since, and the answer counts as one that ends now.
struct LastAnswer {
  Seconds ended{0};
  Seconds took{0};
  Seconds pause{0};      // before its request
  Seconds asked_for{0};  // its Retry-After
  bool good = true;
};

class Pacer {
 public:
  explicit Pacer(PaceRules rules) : rules_(rules) {}

  // jitter: a random number from 0 to 1; that part of the backoff is added, within kLongestBackoff, so that
  // chance only ever slows down.
  Turn turn(const Url& url, double jitter = 0) const;
  // When the last answer of this host, or of one that shares its pace, was over; nothing before the first.
  std::optional<Seconds> last_end(const Url& url) const;
  // After every answer, good or bad. Failures and 429/503 double the pause, good answers let it shrink again
  // by a quarter each. A bad answer, however fast, never shortens anything;
  // its time is no answer's time.
  void answered(const Url& url, Seconds now, Seconds took, bool good);
  // Retry-After, from the end of the answer that carried it; call it after answered(). Later failures double
  // it.
  void asked_to_wait(const Url& url, Seconds now, Seconds wait);
  void set_crawl_delay(const Url& url, Seconds delay);
  // What an earlier run's ledger says of this host's last answer. Counts only if the pause that it leads to
  // is not over yet, and is none of this run's failures in a row.
  void recall(const Url& url, Seconds now, const LastAnswer& last);
  // Where this host is reached, before its first request if that can be told: from now on it has the pace of
  // the hosts that are reached at one of these addresses too. What was said first counts for good.
  void share(const Url& url, const std::vector<std::string>& addresses);
  // What has one pace: equal for hosts that share one.
  std::string lane(const Url& url) const;
  // Whether it failed so often in a row (crawler/polite/retry.h) that it is left alone until the next run.
  bool rests(const Url& url) const;
  // The pause in force for this host, for the progress line and for estimates.
  Seconds pause(const Url& url) const;

 private:
  struct Host {
    Seconds last_end{0};
    Seconds last_took{0};
    Seconds crawl_delay{0};
    Seconds not_before{0};
    Seconds backoff{0};
    int failures_in_a_row = 0;
    bool asked = false;
    bool waits = false;  // for not_before
  };
  struct Pause {
    Seconds length{0};
    std::string_view rule = "none";
  };
  // The longest of the pauses that count from the last answer.
  Pause pause_of(const Url& url, const Host& host, double jitter) const;
  static void wait_until(Host& host, Seconds moment, Seconds wait);
  Turn turn_of(const Url& url, const Host& host, double jitter) const;
  Host host_of(const Url& url) const;
  // A loopback host without a delay has no pause but what it asks for.
  bool spares(const Url& url) const;
  Seconds doubled_pause(const Url& url, Seconds pause) const;

  std::map<std::string, Host, std::less<>> hosts_;         // by lane
  std::map<std::string, std::string, std::less<>> lanes_;  // of hosts and of addresses
  PaceRules rules_;
};

}  // namespace dekko
