#include "crawler/polite/robots_gate.h"

namespace dekko {

namespace {

constexpr std::chrono::hours kFresh{24};
constexpr std::chrono::hours kUnreachablePause{1};
constexpr std::chrono::hours kStillUsable{30 * 24};

Robots robots_of(const RobotsAnswer& answer) {
  switch (answer.kind) {
    case RobotsAnswer::Kind::kBody:
      return Robots::parse(answer.body);
    case RobotsAnswer::Kind::kUnavailable:
      return Robots::allow_all();
    case RobotsAnswer::Kind::kUnreachable:
      break;
  }
  return Robots::refuse_all(answer.why);
}

}  // namespace

RobotsAnswer RobotsAnswer::of_status(int status, std::string body) {
  if (status >= 200 && status < 300) return {.kind = Kind::kBody, .body = std::move(body)};
  const bool unavailable = status >= 400 && status < 500 && status != 429;
  return {.kind = unavailable ? Kind::kUnavailable : Kind::kUnreachable,
          .why = "status " + std::to_string(status)};
}

RobotsGate::Decision RobotsGate::ask(const Url& url, Moment now) const {
  if (url.target() == "/robots.txt") return Allowed{};
  const auto known = by_origin_.find(url.origin());
  if (known == by_origin_.end() || now >= known->second.ask_again) {
    return FetchFirst{url.with_target("/robots.txt", "")};
  }
  RobotsVerdict verdict = known->second.robots.verdict(agent_, url);
  if (verdict.allowed) return Allowed{};
  return Refused{std::move(verdict), known->second.unreachable};
}

void RobotsGate::learn(const Url& any_of_origin, const RobotsAnswer& answer, Moment now) {
  Known& known = by_origin_[std::string(any_of_origin.origin())];
  if (answer.kind != RobotsAnswer::Kind::kUnreachable) {
    known = {robots_of(answer), now, now + kFresh, false};
    return;
  }
  const bool has_rules = known.ask_again != Moment() && !known.unreachable;
  if (!has_rules || now - known.learnt >= kStillUsable) known = {robots_of(answer), now, now, true};
  known.ask_again = now + kUnreachablePause;
}

std::optional<Seconds> RobotsGate::crawl_delay(const Url& any_of_origin) const {
  const auto known = by_origin_.find(any_of_origin.origin());
  return known == by_origin_.end() ? std::nullopt : known->second.robots.crawl_delay(agent_);
}

}  // namespace dekko
