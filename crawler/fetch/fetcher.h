// The network in three verbs: can_start, start, wait. One outcome for each request that was started. A
// fourth, wake, lets another thread end a wait.
//
// Implementations: CurlFetcher (libcurl multi). Fake: tests/support/fake_fetcher.h. One contract suite runs
// on all. Redirects are not followed here: each hop has to pass robots, the pacer and the archive like any
// other request.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/capture.h"
#include "core/moment.h"
#include "core/result.h"
#include "core/run.h"
#include "core/url.h"

namespace dekko {

// How many transfers may be under way: one host is asked one thing at a time, so this is a number of hosts;
// each costs a socket and 64 KiB of buffer.
inline constexpr size_t kRequestsInFlight = 256;

struct Request {
  Url url;
  Purpose purpose = Purpose::kPage;
  std::string if_none_match = {};  // validators of an earlier answer, as served; empty for none
  std::string if_modified_since = {};
  // The host that the user named, on whose behalf this is asked; empty where that is the address's own. It
  // bounds where the request may go (reach.h).
  std::string named_host = {};
};

// 2xx with its whole body, still in its codings.
struct Fetched {
  Exchange exchange;
};
// 304.
struct NotModified {
  Exchange exchange;
};
// 301, 302, 303, 307, 308 with a Location; `location` as served, not resolved.
struct Redirected {
  Exchange exchange;
  std::string location;
};
// Any other status. retry_after: seconds from the header, a date already turned into seconds from the answer.
struct HttpError {
  Exchange exchange;
  std::optional<Seconds> retry_after = {};
};
// A named limit of time was reached: "connect", "transfer" or "stall". after: how long that limit is.
struct TimedOut {
  std::string limit;
  Seconds after{0};
};
// A named limit of size was reached: "body" or "headers". bytes: how large that limit is.
struct TooLarge {
  std::string limit;
  uint64_t bytes = 0;
};
// No whole answer: "dns", "refused", "connect", "tls", "dropped", "truncated", "protocol", "machine" (memory
// or descriptors ran out here). detail: the library's words.
struct Broken {
  std::string reason;
  std::string detail;
};
// Its host is at an address of the user's own network, and a host of the world led there (reach.h): nothing
// was sent.
struct InwardAddress {
  std::string address;
};
// The user stopped dekko while this was under way.
struct Interrupted {};

using FetchOutcome = std::variant<Fetched, NotModified, Redirected, HttpError, TimedOut, TooLarge, Broken,
                                  InwardAddress, Interrupted>;

// "fetched", "not_modified", "redirected", "http_error", "timed_out", "too_large", "broken",
// "inward_address", "interrupted"
std::string_view name_of(const FetchOutcome& outcome);

// The exchange of an outcome that has one.
const Exchange* exchange_of(const FetchOutcome& outcome);

// What happened, for a person, as the end of a sentence about the address: "timed out after 20 s while
// connecting". One line; control characters from outside are replaced.
std::string describe(const FetchOutcome& outcome);

struct Answer {
  uint64_t ticket = 0;
  Url url;
  Purpose purpose = Purpose::kPage;
  Seconds took{0};
  FetchOutcome outcome;
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // False while as many transfers are under way, or as many octets held, as the implementation allows.
  virtual bool can_start() const = 0;
  // Octets of the bodies that are under way.
  virtual size_t held_bytes() const = 0;
  // Returns the ticket that the answer will carry. Requires can_start().
  virtual uint64_t start(Request request) = 0;
  // The next answer. Nothing if none came within `timeout`, which passes even if none is under way: a pause
  // is a wait. Ends early, with nothing, after wake() and when the user interrupts; once that has happened,
  // everything under way comes back as Interrupted, at once.
  virtual std::optional<Answer> wait(Seconds timeout) = 0;
  // Ends the wait that is going on, or else the next one. The only call that other threads may make.
  virtual void wake() = 0;
};

}  // namespace dekko
