// One request under way: its libcurl handle, and what has come back so far.
#pragma once

#include <cstdint>
#include <string>

#include "crawler/fetch/curl_fetcher.h"
#include "crawler/fetch/curl_handle.h"
#include "crawler/fetch/reach.h"

namespace dekko {

// Not movable: libcurl holds its address while the handle lives. Options, cookies, reach and clock must
// outlive it.
class Transfer {
 public:
  // cookies: shared by all transfers; null for none.
  Transfer(uint64_t ticket, Request request, const FetchOptions& options, CURLSH* cookies, HostReach& reach,
           const Clock& clock);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  // Whether libcurl took every option; if not, the transfer must not be started.
  bool is_ready() const { return is_ready_; }
  // Octets of memory that this transfer holds.
  size_t held_bytes() const { return exchange_.body.capacity(); }

  // The answer, once libcurl is done with it and before it lets go of it. Empties the transfer.
  Answer finish(CURLcode code);
  // The answer of a transfer that is given up.
  Answer give_up(FetchOutcome outcome);

 private:
  static size_t on_header(char* data, size_t size, size_t count, void* self);
  static size_t on_body(char* data, size_t size, size_t count, void* self);
  static int before_request(void* self, char* remote_ip, char* local_ip, int remote_port, int local_port);
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_debug(CURL* handle, curl_infotype type, char* data, size_t size, void* self);

  template <class Value>
  void set(CURLoption option, Value value);
  void set_request(CURLSH* cookies);
  void set_limits();
  void add_header(const char* name, const std::string& value);

  bool may_go_to(const std::string& address);
  bool take_header(std::string_view line);
  bool take_body(std::string_view octets);
  bool left_some_unread() const;
  FetchOutcome outcome_of(CURLcode code);
  FetchOutcome complete();
  TimedOut timed_out() const;
  bool went_through_proxy() const;
  std::string header(const char* name) const;

  uint64_t ticket_;
  Request request_;
  const FetchOptions& options_;
  HostReach& reach_;
  const Clock& clock_;
  Seconds started_;
  EasyHandle handle_;
  HeaderList headers_;
  bool is_ready_ = true;
  Exchange exchange_;
  bool asked_ = false;
  bool proxied_ = false;
  std::string inward_;  // where it came last, if it may not go there
  bool is_longer_than_announced_ = false;
  bool head_complete_ = false;
  size_t header_bytes_ = 0;
  const char* outgrown_ = nullptr;  // the limit of size that was reached
};

}  // namespace dekko
