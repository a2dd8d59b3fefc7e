// Fetcher on libcurl's multi interface: HTTP/1.1 and 2, TLS checked, limits of core/limits.h, codings left
// on.
//
// Proxies come from the environment (http_proxy, https_proxy, no_proxy); loopback hosts never go through one.
// A proxy is the user's own choice, wherever it is; what stands behind it is judged only where a host is an
// address in numbers. Names in ~/.netrc are used for the hosts that it lists.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/limits.h"
#include "crawler/fetch/fetcher.h"

namespace dekko {

// Those of core/limits.h; tests set smaller ones.
struct FetchLimits {
  size_t body_bytes = limits::kBodyBytes;
  size_t header_bytes = limits::kHeaderBytes;
  std::chrono::milliseconds connect_time = limits::kConnectTime;
  std::chrono::milliseconds transfer_time = limits::kTransferTime;
  std::chrono::seconds stall_time = limits::kStallTime;
  size_t transfers = kRequestsInFlight;
  size_t held_bytes = limits::kHeldBytes;
};

struct FetchOptions {
  std::string user_agent;        // "dekko/0.1.0 (+mail@example.org)"
  std::string from = {};         // mail address for the From header (RFC 9110 section 10.1.2); empty for none
  std::string cookie_file = {};  // Netscape format; read once, never written
  // A descriptor that becomes readable when the user interrupts; -1 for none. Only polled, never read from.
  int interrupt_fd = -1;
  FetchLimits limits = {};
};

// Fails when libcurl cannot be set up, the cookie file cannot be read or holds no cookie, or an option holds
// what may not stand in a header. `clock` must outlive the fetcher.
Result<std::unique_ptr<Fetcher>> make_curl_fetcher(const FetchOptions& options, const Clock& clock);

}  // namespace dekko
