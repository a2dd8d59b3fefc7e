#include "crawler/polite/robots_gate.h"

#include <algorithm>
#include <cmath>

#include "core/limits.h"

namespace dekko {

namespace {

constexpr std::chrono::hours kFresh{24};
constexpr std::chrono::hours kUnreachablePause{1};
constexpr std::chrono::hours kStillUsable{30 * 24};

RobotsVerdict too_slow(Seconds delay) {
  return {.allowed = false,
          .text = "Crawl-delay: it asks for " + std::to_string(std::llround(delay.count())) +
                  " s between requests, more than an hour"};
}

}  // namespace

RobotsAnswer RobotsAnswer::of_status(int status, std::string body) {
  if (status >= 200 && status < 300) return {.kind = Kind::kBody, .body = std::move(body)};
  const bool unavailable = status >= 400 && status < 500 && status != 429;
  return {.kind = unavailable ? Kind::kUnavailable : Kind::kUnreachable,
          .why = "status " + std::to_string(status)};
}

RobotsGate::Known RobotsGate::known_of(RobotsCopy copy) {
  copy.body.resize(std::min(copy.body.size(), limits::kRobotsBytes));
  Robots robots = copy.absent ? Robots::allow_all() : Robots::parse(copy.body);
  const Moment ask_again = copy.read + kFresh;
  return {.robots = std::move(robots), .copy = std::move(copy), .ask_again = ask_again, .has_rules = true};
}

RobotsGate::Decision RobotsGate::ask(const Url& url, Moment now) const {
  if (url.target() == "/robots.txt") return Allowed{};
  const auto found = by_origin_.find(url.origin());
  if (found == by_origin_.end() || now >= found->second.ask_again) {
    FetchFirst first{.robots_url = url.with_target("/robots.txt", "")};
    if (found == by_origin_.end()) return first;
    first.etag = found->second.copy.etag;
    first.last_modified = found->second.copy.last_modified;
    return first;
  }
  const Known& known = found->second;
  RobotsVerdict verdict = known.robots.verdict(agent_, url);
  if (!verdict.allowed) return Refused{std::move(verdict), !known.has_rules};
  const auto delay = known.robots.crawl_delay(agent_);
  if (delay && *delay > limits::kCrawlDelay) return Refused{too_slow(*delay)};
  return Allowed{};
}

std::optional<RobotsVerdict> RobotsGate::verdict(const Url& url) const {
  const auto found = by_origin_.find(url.origin());
  if (found == by_origin_.end() || !found->second.has_rules) return std::nullopt;
  return found->second.robots.verdict(agent_, url);
}

void RobotsGate::learn(const Url& any_of_origin, const RobotsAnswer& answer, Moment now) {
  using Kind = RobotsAnswer::Kind;
  Known& known = by_origin_[std::string(any_of_origin.origin())];
  if (answer.kind == Kind::kBody || answer.kind == Kind::kUnavailable) {
    known = known_of({.absent = answer.kind == Kind::kUnavailable,
                      .body = answer.body,
                      .read = now,
                      .etag = answer.etag,
                      .last_modified = answer.last_modified});
  } else if (answer.kind == Kind::kUnchanged && known.has_rules) {
    known.copy.read = now;
    known.ask_again = now + kFresh;
    known.failing = false;
  } else {
    known.has_rules = known.has_rules && now - known.copy.read < kStillUsable;
    if (!known.has_rules) known.robots = Robots::refuse_all(answer.why);
    known.ask_again = now + kUnreachablePause;
    known.failing = true;
  }
}

void RobotsGate::recall(const Url& any_of_origin, const RobotsCopy& copy, Moment now) {
  if (knows(any_of_origin)) return;
  Known& known = by_origin_[std::string(any_of_origin.origin())] = known_of(copy);
  if (copy.read > now) known.ask_again = now;
}

std::optional<RobotsCopy> RobotsGate::copy(const Url& any_of_origin) const {
  const auto known = by_origin_.find(any_of_origin.origin());
  if (known == by_origin_.end() || !known->second.has_rules) return std::nullopt;
  return known->second.copy;
}

bool RobotsGate::relies_on_old_copy(const Url& any_of_origin) const {
  const auto known = by_origin_.find(any_of_origin.origin());
  return known != by_origin_.end() && known->second.failing && known->second.has_rules;
}

std::optional<Seconds> RobotsGate::crawl_delay(const Url& any_of_origin) const {
  const auto known = by_origin_.find(any_of_origin.origin());
  return known == by_origin_.end() ? std::nullopt : known->second.robots.crawl_delay(agent_);
}

}  // namespace dekko
