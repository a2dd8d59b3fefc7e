// Misbehavior by name, on chosen pages and for so many requests.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dekko::site {

enum class Fault {
  kSlow,       // slow: the body comes in twenty pieces over SiteOptions::slow_time
  kDrop,       // drop: the connection is closed before any octet of the answer. A client that had reused the
               //   connection may ask again by itself, as libcurl does
  kTruncated,  // truncated: half of the body that Content-Length (or chunking) announces, then a close
  kWrongLength,   // wrong-length: Content-Length is half of the body that follows
  kTooMany,       // 429: with Retry-After: SiteOptions::retry_after
  kTooManyBare,   // 429-bare: without
  kUnavailable,   // 503
  kRedirectLoop,  // redirect-loop: 302 to "?again=1", and from there back
  kLogin,         // login: a login page with status 200
  kNotHtml,       // not-html: 200 and a PDF
  kEmpty,         // empty: 200, text/html, no octet
  kHuge,          // huge: 200, text/html, more than limits::kBodyBytes
  kBomb,          // gzip-bomb: 200, text/html, 64 KB of gzip that unfold to more than limits::kBodyBytes
  kEndless,       // endless: a body without end
  kDrip,          // drip: an octet of the body a second, without end
  kBigHead,       // big-header: a header of 10 MB
  kToFirst,       // to-first: 302 to page 1
  kToLogin,       // to-login: 302 to /login
  kToElsewhere,   // to-elsewhere: 302 to a host that is none, elsewhere.invalid
};

struct FaultRule {
  static constexpr int kAlways = std::numeric_limits<int>::max();
  static constexpr int kRobots = 0;
  Fault fault = Fault::kUnavailable;
  int page = 1;         // kRobots for robots.txt
  int times = kAlways;  // requests still to be answered so
};

// "503@7", "slow@1x3", "drop@robots": NAME@PAGE[xTIMES], without TIMES for ever.
Result<FaultRule> parse_fault(std::string_view text);

// "slow, drop, ...": every name, for usage texts.
std::string fault_names();

// The fault due for a request of this page, and counts it. The first rule that fits is used up first.
std::optional<Fault> take_fault(std::vector<FaultRule>& rules, int page);

}  // namespace dekko::site
