#include "crawler/fetch/transfer.h"

#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "crawler/fetch/curl_failure.h"
#include "crawler/fetch/retry_after.h"
#include "crawler/fetch/secrets.h"

namespace dekko {

namespace {

constexpr long kBufferBytes = 64L * 1024;  // libcurl's own, one a transfer
constexpr std::chrono::milliseconds kTimerGrain{2};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool names_a_proxy(std::string_view text) {
  constexpr std::string_view kSays = "Uses proxy env variable ";
  if (!text.starts_with(kSays)) return false;
  text.remove_prefix(kSays.size());
  return !text.starts_with("no_proxy") && !text.starts_with("NO_PROXY");
}

template <class Value>
Value info(CURL* handle, CURLINFO which) {
  Value value{};
  curl_easy_getinfo(handle, which, &value);
  return value;
}

}  // namespace

Transfer::Transfer(uint64_t ticket, Request request, const FetchOptions& options, CURLSH* cookies,
                   HostReach& reach, const Clock& clock)
    : ticket_(ticket),
      request_(std::move(request)),
      options_(options),
      reach_(reach),
      clock_(clock),
      started_(clock.steady()),
      handle_(curl_easy_init()),
      exchange_{.url = request_.url,
                .at = clock.now(),
                .remote_ip = {},
                .request_head = {},
                .response_head = {},
                .body = {}} {
  if (request_.named_host.empty()) request_.named_host = request_.url.host();
  is_ready_ = handle_ != nullptr;
  if (!is_ready_) return;
  set_request(cookies);
  set_limits();
}

template <class Value>
void Transfer::set(CURLoption option, Value value) {
  is_ready_ = curl_easy_setopt(handle_.get(), option, value) == CURLE_OK && is_ready_;
}

// A validator with a control character in it would forge headers: it is not sent.
void Transfer::add_header(const char* name, const std::string& value) {
  if (value.empty() || std::any_of(value.begin(), value.end(), is_control)) return;
  const std::string line = std::string(name) + ": " + value;
  curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
  is_ready_ = longer != nullptr && is_ready_;
  if (longer && !headers_) headers_.reset(longer);
}

void Transfer::set_request(CURLSH* cookies) {
  set(CURLOPT_URL, request_.url.without_fragment().text().c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_USERAGENT, options_.user_agent.c_str());
  add_header("From", options_.from);
  // Sent by hand: CURLOPT_ACCEPT_ENCODING would decode too, and the archive wants what came over the wire.
  add_header("Accept-Encoding", "gzip, br, zstd");
  add_header("If-None-Match", request_.if_none_match);
  add_header("If-Modified-Since", request_.if_modified_since);
  set(CURLOPT_HTTPHEADER, headers_.get());
  set(CURLOPT_HTTP_TRANSFER_DECODING, 0L);
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_NOSIGNAL, 1L);
  if (request_.url.is_loopback()) set(CURLOPT_NOPROXY, "*");
  if (cookies) {
    set(CURLOPT_SHARE, cookies);
    set(CURLOPT_COOKIEFILE, "");  // reads nothing, turns cookies on
  }
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_PREREQFUNCTION, &before_request);
  set(CURLOPT_PREREQDATA, this);
  set(CURLOPT_DEBUGFUNCTION, &on_debug);
  set(CURLOPT_DEBUGDATA, this);
  set(CURLOPT_VERBOSE, 1L);  // or the debug function is not called; nothing is printed
}

void Transfer::set_limits() {
  const FetchLimits& limit = options_.limits;
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limit.body_bytes));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limit.connect_time.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limit.transfer_time.count()));
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limit.stall_time.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, limits::kStallBytes);
  set(CURLOPT_BUFFERSIZE, kBufferBytes);
}

size_t Transfer::on_header(char* data, size_t size, size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_header({data, size * count}) ? size * count : 0;
}

size_t Transfer::on_body(char* data, size_t size, size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_body({data, size * count}) ? size * count : 0;
}

// What stands behind a proxy is looked up there; only an address in numbers shows where it leads.
bool Transfer::may_go_to(const std::string& address) {
  const std::string host(request_.url.host());
  const std::string& to = proxied_ ? host : address;
  const bool may = reach_.allows(request_.named_host, host, to);
  inward_ = may ? "" : to;
  return may;
}

// The address that the name was looked up to, before anything is sent to it.
curl_socket_t Transfer::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  char text[NI_MAXHOST] = "";
  getnameinfo(&address->addr, address->addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
  if (!static_cast<Transfer*>(self)->may_go_to(text)) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A kept connection was opened for another request, which may have been allowed more.
//
// libcurl asks again by itself where a kept connection ends without an answer: a second request with no
// pause.
int Transfer::before_request(void* self, char* remote_ip, char*, int, int) {
  auto* transfer = static_cast<Transfer*>(self);
  if (!transfer->may_go_to(remote_ip)) return CURL_PREREQFUNC_ABORT;
  return std::exchange(transfer->asked_, true) ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

int Transfer::on_debug(CURL*, curl_infotype type, char* data, size_t size, void* self) {
  // Known to libcurl, and no error of its own: it only says so.
  if (type == CURLINFO_TEXT && std::string_view(data, size).starts_with("Excess found")) {
    static_cast<Transfer*>(self)->is_longer_than_announced_ = true;
  }
  // The same: it reads the environment, and tells nowhere else whether a proxy holds for this host.
  if (type == CURLINFO_TEXT && names_a_proxy({data, size})) static_cast<Transfer*>(self)->proxied_ = true;
  if (type != CURLINFO_HEADER_OUT) return 0;
  std::string& head = static_cast<Transfer*>(self)->exchange_.request_head;
  // Sent once more when a kept connection turns out to be dead, and after a proxy's CONNECT.
  if (head.ends_with("\r\n\r\n")) head.clear();
  head.append(data, size);
  return 0;
}

bool Transfer::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > options_.limits.header_bytes) {
    outgrown_ = "headers";
    return false;
  }
  if (head_complete_) {
    // Either the final answer after an interim one (RFC 9110 section 15.2), or trailers, which are no part of
    // the head.
    if (!line.starts_with("HTTP/")) return true;
    exchange_.response_head.clear();
    head_complete_ = false;
  }
  exchange_.response_head.append(line);
  head_complete_ = line == "\r\n" || line == "\n";
  return true;
}

bool Transfer::take_body(std::string_view octets) {
  std::string& body = exchange_.body;
  const size_t limit = options_.limits.body_bytes;
  if (octets.size() > limit - body.size()) {
    outgrown_ = "body";
    return false;
  }
  if (body.empty()) {
    const auto announced = info<curl_off_t>(handle(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T);
    if (announced > 0) body.reserve(std::min(static_cast<size_t>(announced), limit));
  }
  body.append(octets);
  return true;
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  return curl_easy_header(handle(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value
                                                                                    : std::string();
}

// libcurl keeps its timers in whole milliseconds and may give up one before the limit by the finer clock.
TimedOut Transfer::timed_out() const {
  const FetchLimits& limit = options_.limits;
  const std::chrono::microseconds total(info<curl_off_t>(handle(), CURLINFO_TOTAL_TIME_T));
  if (total + kTimerGrain >= limit.transfer_time) return {"transfer", limit.transfer_time};
  if (info<curl_off_t>(handle(), CURLINFO_PRETRANSFER_TIME_T) == 0) return {"connect", limit.connect_time};
  return {"stall", limit.stall_time};
}

FetchOutcome Transfer::complete() {
  const int status = exchange_.status;
  if (status == 304) return NotModified{std::move(exchange_)};
  if (status >= 200 && status < 300) return Fetched{std::move(exchange_)};
  if (std::string location = header("Location"); is_redirect(status) && !location.empty()) {
    return Redirected{std::move(exchange_), std::move(location)};
  }
  const Moment answered = http_date(header("Date")).value_or(clock_.now());
  const std::optional<Seconds> wait = retry_after(header("Retry-After"), answered);
  return HttpError{std::move(exchange_), wait};
}

FetchOutcome Transfer::outcome_of(CURLcode code) {
  const FetchLimits& limit = options_.limits;
  if (code == CURLE_FILESIZE_EXCEEDED) outgrown_ = "body";
  // libcurl's own limit on one header line, below ours on all of them.
  if (code == CURLE_OUT_OF_MEMORY && header_bytes_ > 0 && !head_complete_) outgrown_ = "headers";
  if (outgrown_) {
    return TooLarge{outgrown_, std::string_view(outgrown_) == "body" ? limit.body_bytes : limit.header_bytes};
  }
  if (code != CURLE_OK && !inward_.empty()) return InwardAddress{inward_};
  if (code == CURLE_OPERATION_TIMEDOUT) return timed_out();
  if (code == CURLE_ABORTED_BY_CALLBACK) return Broken{"dropped", "the kept connection was closed"};
  if (code == CURLE_OK && is_longer_than_announced_) {
    return Broken{"truncated", "the body is longer than its Content-Length"};
  }
  if (code == CURLE_OK && head_complete_) return complete();
  if (code == CURLE_OK) return Broken{"dropped", "the head broke off"};
  const bool connected = info<curl_off_t>(handle(), CURLINFO_PRETRANSFER_TIME_T) > 0;
  const Reached reached = head_complete_ ? Reached::kHead
                          : connected    ? Reached::kConnected
                                         : Reached::kNothing;
  const long os_error = info<long>(handle(), CURLINFO_OS_ERRNO);
  return Broken{std::string(broken_reason(code, os_error, reached)), curl_easy_strerror(code)};
}

// A proxy's address is not the site's: hosts behind one proxy share nothing. It was asked to CONNECT, or for
// an absolute address (RFC 9112 section 3.2.2).
bool Transfer::went_through_proxy() const {
  return info<long>(handle(), CURLINFO_HTTP_CONNECTCODE) != 0 ||
         std::string_view(exchange_.request_head).starts_with("GET http");
}

// libcurl reads what was announced and leaves the rest of a longer body in the connection; a server that
// closes it is not found out. Under TLS what waits there may be no part of it.
bool Transfer::left_some_unread() const {
  const auto connection = info<curl_socket_t>(handle(), CURLINFO_ACTIVESOCKET);
  char octet = 0;
  return request_.url.scheme() == "http" && connection != CURL_SOCKET_BAD &&
         recv(connection, &octet, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

Answer Transfer::finish(CURLcode code) {
  is_longer_than_announced_ = is_longer_than_announced_ || left_some_unread();
  exchange_.took = clock_.steady() - started_;
  exchange_.status = static_cast<int>(info<long>(handle(), CURLINFO_RESPONSE_CODE));
  const char* ip = info<const char*>(handle(), CURLINFO_PRIMARY_IP);
  if (ip && !went_through_proxy()) exchange_.remote_ip = ip;
  withhold_secrets(exchange_.request_head, exchange_.response_head);
  return give_up(outcome_of(code));
}

Answer Transfer::give_up(FetchOutcome outcome) {
  return {.ticket = ticket_,
          .url = request_.url,
          .purpose = request_.purpose,
          .took = clock_.steady() - started_,
          .outcome = std::move(outcome)};
}

}  // namespace dekko
