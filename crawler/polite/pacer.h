// When a host may be asked again. The pause runs from the end of one answer to the start of the next request
// and is the largest of: the user's delay, the site's Crawl-delay, five times the last answer's time,
// Retry-After, backoff. Loopback hosts have neither the default delay nor the factor unless the user gave a
// delay; what a server asks for holds everywhere. Pure: times are those of Clock::steady(), chance is passed
// in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/moment.h"
#include "core/url.h"

namespace dekko {

struct PaceRules {
  std::optional<Seconds> delay = {};  // --delay; none: kDefaultDelay, 0 for loopback
};

inline constexpr Seconds kDefaultDelay{5};
inline constexpr double kAnswerTimeFactor = 5;
inline constexpr Seconds kFirstBackoff{1};      // where there is no pause that could be doubled
inline constexpr Seconds kLongestBackoff{900};  // Retry-After may ask for more, and gets it

// at: the earliest moment for the next request. rule: what bound it ("none", "delay", "crawl-delay",
// "answer-time", "retry-after", "backoff"), for the ledger.
struct Turn {
  Seconds at{0};
  std::string_view rule = "none";
};

class Pacer {
 public:
  explicit Pacer(PaceRules rules) : rules_(rules) {}

  // jitter: a random number from 0 to 1; that part of the backoff is added, so that chance only ever slows
  // down.
  Turn turn(const Url& url, double jitter = 0) const;
  // After every answer, good or bad. Failures and 429/503 double the pause, good answers let it shrink again
  // by a quarter each. A bad answer, however fast, never shortens anything;
  // its time is no answer's time.
  void answered(const Url& url, Seconds now, Seconds took, bool good);
  // Retry-After, from the end of the answer that carried it; call it after answered(). Later failures double
  // it.
  void asked_to_wait(const Url& url, Seconds now, Seconds wait);
  void set_crawl_delay(const Url& url, Seconds delay);
  // The pause in force for this host, for the progress line and for estimates.
  Seconds pause(const Url& url) const;

 private:
  struct Host {
    Seconds last_end{0};
    Seconds last_took{0};
    Seconds crawl_delay{0};
    Seconds not_before{0};
    Seconds backoff{0};
    bool asked = false;
  };
  struct Pause {
    Seconds length{0};
    std::string_view rule = "none";
  };
  // The longest of the pauses that count from the last answer.
  Pause pause_of(const Url& url, const Host& host, double jitter) const;
  Host host_of(const Url& url) const;

  std::map<std::string, Host, std::less<>> hosts_;
  PaceRules rules_;
};

}  // namespace dekko
