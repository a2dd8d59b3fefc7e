// A CurlFetcher and a server that sends it exact octets.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "crawler/fetch/curl_fetcher.h"
#include "tests/crawler/raw_server.h"

namespace dekko {

using End = RawServer::End;

inline const SystemClock kClock;
inline constexpr Seconds kPatience{20};

class Fetching : public testing::Test {
 protected:
  Fetching() { options_.user_agent = "dekko/0.1.0 (+mail@example.org)"; }

  void serve(std::vector<RawServer::Script> scripts) {
    server_ = std::make_unique<RawServer>(std::move(scripts));
  }

  Fetcher& fetcher() {
    if (!fetcher_) fetcher_ = make_curl_fetcher(options_, kClock).value();
    return *fetcher_;
  }

  FetchOutcome fetch(const std::string& url) { return fetch(Request{.url = Url::parse(url).value()}); }
  FetchOutcome fetch(const Request& request) {
    fetcher().start(request);
    auto answer = fetcher().wait(kPatience);
    return answer ? std::move(answer->outcome) : Interrupted{};
  }
  // The outcome of one request that is answered with these octets.
  FetchOutcome fetch_answer(const std::string& octets, End end = End::kClose) {
    serve({{.answers = {octets}, .end = end}});
    return fetch(server_->url());
  }

  std::unique_ptr<RawServer> server_;
  FetchOptions options_;
  std::unique_ptr<Fetcher> fetcher_;
};

inline std::string name(const FetchOutcome& outcome) {
  std::string text(name_of(outcome));
  if (const auto* o = std::get_if<Broken>(&outcome)) text += " " + o->reason;
  if (const auto* o = std::get_if<TimedOut>(&outcome)) text += " " + o->limit;
  if (const auto* o = std::get_if<TooLarge>(&outcome)) text += " " + o->limit;
  return text;
}

inline const Exchange& exchange(const FetchOutcome& outcome) {
  static const Exchange kNone{.url = Url::parse("http://none.invalid/").value(),
                              .at = {},
                              .remote_ip = {},
                              .request_head = {},
                              .response_head = {},
                              .body = {}};
  const Exchange* found = exchange_of(outcome);
  EXPECT_NE(found, nullptr) << name(outcome);
  return found ? *found : kNone;
}

}  // namespace dekko
