// The newspaper without a network: it answers at the moment of the request, by a clock that only pauses and
// transfers move.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "crawler/fetch/fetcher.h"
#include "tests/support/fake_clock.h"
#include "tests/support/newspaper.h"

namespace dekko {

class NewspaperFetcher final : public Fetcher {
 public:
  // Both are borrowed. took: what each transfer lets go by.
  NewspaperFetcher(site::Newspaper& paper, FakeClock& clock, Seconds took)
      : paper_(paper), clock_(clock), took_(took) {}

  // Called before each answer with how many came before it.
  void before_answers(std::function<void(int)> what) { before_ = std::move(what); }
  int requests() const { return requests_; }

  bool can_start() const override { return !asked_; }
  size_t held_bytes() const override { return 0; }
  void wake() override {}

  uint64_t start(Request request) override {
    asked_ = std::move(request);
    return static_cast<uint64_t>(requests_ + 1);
  }

  std::optional<Answer> wait(Seconds timeout) override {
    if (!asked_) {
      clock_.advance(timeout);
      return std::nullopt;
    }
    if (before_) before_(requests_);
    Answer answer{.ticket = static_cast<uint64_t>(++requests_),
                  .url = asked_->url,
                  .purpose = asked_->purpose,
                  .took = took_,
                  .outcome = outcome()};
    asked_.reset();
    clock_.advance(took_);
    return answer;
  }

 private:
  FetchOutcome outcome() {
    site::Reply reply = paper_.reply({.path = std::string(asked_->url.path()),
                                      .if_none_match = asked_->if_none_match,
                                      .if_modified_since = asked_->if_modified_since});
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Fake\r\nContent-Type: " + reply.type;
    for (const auto& [name, value] : reply.headers) head.append("\r\n").append(name + ": " + value);
    Exchange exchange{.url = asked_->url,
                      .at = clock_.now(),
                      .took = took_,
                      .remote_ip = "127.0.0.1",
                      .request_head = "GET " + asked_->url.text() + " HTTP/1.1\r\n\r\n",
                      .response_head = head + "\r\n\r\n",
                      .body = std::move(reply.body),
                      .status = reply.status};
    if (reply.status == 200) return Fetched{std::move(exchange)};
    if (reply.status == 304) return NotModified{std::move(exchange)};
    return HttpError{std::move(exchange)};
  }

  site::Newspaper& paper_;
  FakeClock& clock_;
  Seconds took_;
  std::function<void(int)> before_;
  std::optional<Request> asked_;
  int requests_ = 0;
};

}  // namespace dekko
