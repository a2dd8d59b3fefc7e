// A fetcher that answers from a script and records what it was asked. No socket, no time of its own.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "crawler/fetch/fetcher.h"
#include "tests/support/fake_clock.h"

namespace dekko {

// "HTTP/1.1 200 OK" and the header lines given, each without its line end.
inline std::string response_head(int status, const std::vector<std::string>& headers = {}) {
  std::string head = "HTTP/1.1 " + std::to_string(status) + " Fake\r\n";
  for (const std::string& header : headers) head += header + "\r\n";
  return head + "\r\n";
}

class FakeFetcher : public Fetcher {
 public:
  // `clock` must outlive the fetcher. `took`: what each transfer lets go by on it.
  explicit FakeFetcher(FakeClock& clock, Seconds took = Seconds(0)) : clock_(clock), took_(took) {}

  // The next answer for this address; several are given one after the other, the last one for ever. An
  // address without any answers 404.
  void answer(const std::string& url, FetchOutcome outcome) { script_[url].push_back(std::move(outcome)); }
  // The same for an ordinary 2xx page, or for another status.
  void answer(const std::string& url, int status, std::string body,
              const std::vector<std::string>& headers = {}) {
    Exchange exchange = exchange_for(url, status, headers);
    exchange.body = std::move(body);
    if (status >= 200 && status < 300) return answer(url, Fetched{std::move(exchange)});
    answer(url, HttpError{std::move(exchange)});
  }
  // Where a host is reached; without, each has an address of its own.
  void reach(const std::string& host, const std::string& address) { addresses_[host] = address; }
  // From now on everything comes back as Interrupted.
  void interrupt() { interrupted_ = true; }
  // How many transfers may be under way at once.
  void allow(size_t transfers) { allowed_ = transfers; }

  const std::vector<Request>& requests() const { return requests_; }
  std::vector<std::string> urls() const {
    std::vector<std::string> all;
    for (const Request& request : requests_) all.push_back(request.url.text());
    return all;
  }
  // When each request was started, by the clock's steady time.
  const std::vector<Seconds>& started() const { return started_; }

  bool can_start() const override { return under_way_.size() < allowed_; }
  size_t held_bytes() const override { return 0; }

  uint64_t start(Request request) override {
    requests_.push_back(request);
    started_.push_back(clock_.steady());
    under_way_.push_back(std::move(request));
    return requests_.size();
  }

  std::optional<Answer> wait(Seconds timeout) override {
    if (under_way_.empty()) {
      if (!interrupted_) clock_.advance(timeout);
      return std::nullopt;
    }
    const Request request = under_way_.front();
    under_way_.pop_front();
    if (!interrupted_) clock_.advance(took_);
    return Answer{.ticket = requests_.size() - under_way_.size(),
                  .url = request.url,
                  .purpose = request.purpose,
                  .took = took_,
                  .outcome = interrupted_ ? FetchOutcome(Interrupted{}) : outcome_for(request.url.text())};
  }

  void wake() override {}

  Exchange exchange_for(const std::string& url, int status,
                        const std::vector<std::string>& headers = {}) const {
    return {.url = Url::parse(url).value(),
            .at = sent(),
            .took = took_,
            .remote_ip = address_of(url),
            .request_head = "GET " + url + " HTTP/1.1\r\n\r\n",
            .response_head = response_head(status, headers),
            .body = {},
            .status = status};
  }

 private:
  // When what is answered now was asked for.
  Moment sent() const { return clock_.now() - std::chrono::duration_cast<std::chrono::milliseconds>(took_); }

  std::string address_of(const std::string& url) const {
    const std::string host(Url::parse(url).value().host());
    const auto known = addresses_.find(host);
    return known == addresses_.end() ? "address of " + host : known->second;
  }

  FetchOutcome outcome_for(const std::string& url) {
    std::deque<FetchOutcome>& answers = script_[url];
    if (answers.empty()) return HttpError{exchange_for(url, 404)};
    FetchOutcome outcome = answers.front();
    if (answers.size() > 1) answers.pop_front();
    std::visit(
        [this](auto& what) {
          if constexpr (requires { what.exchange; }) what.exchange.at = sent();
        },
        outcome);
    return outcome;
  }

  FakeClock& clock_;
  Seconds took_;
  size_t allowed_ = 1;
  bool interrupted_ = false;
  std::map<std::string, std::deque<FetchOutcome>> script_;
  std::map<std::string, std::string> addresses_;
  std::deque<Request> under_way_;
  std::vector<Request> requests_;
  std::vector<Seconds> started_;
};

}  // namespace dekko
