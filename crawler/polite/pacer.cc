#include "crawler/polite/pacer.h"

#include <algorithm>

namespace dekko {

namespace {

constexpr double kBackoffShrinks = 0.75;
constexpr Seconds kNoTime{0};

}  // namespace

Pacer::Host Pacer::host_of(const Url& url) const {
  const auto host = hosts_.find(url.host());
  return host == hosts_.end() ? Host{} : host->second;
}

Pacer::Pause Pacer::pause_of(const Url& url, const Host& host, double jitter) const {
  const Seconds delay = rules_.delay.value_or(url.is_loopback() ? kNoTime : kDefaultDelay);
  const bool spared = url.is_loopback() && delay == kNoTime;
  Pause longest;
  const auto consider = [&longest](Seconds length, std::string_view rule) {
    if (length > longest.length) longest = {length, rule};
  };
  consider(delay, "delay");
  consider(host.crawl_delay, "crawl-delay");
  if (!spared) consider(kAnswerTimeFactor * host.last_took, "answer-time");
  consider(host.backoff * (1 + std::clamp(jitter, 0.0, 1.0)), "backoff");
  return longest;
}

Turn Pacer::turn(const Url& url, double jitter) const {
  const Host host = host_of(url);
  const Pause pause = pause_of(url, host, jitter);
  Turn turn;
  if (host.asked) turn = {host.last_end + pause.length, pause.rule};
  if (host.not_before > kNoTime && host.not_before >= turn.at) turn = {host.not_before, "retry-after"};
  return turn;
}

void Pacer::answered(const Url& url, Seconds now, Seconds took, bool good) {
  Host& host = hosts_[std::string(url.host())];
  if (good) {
    host.last_took = took;
    host.backoff *= kBackoffShrinks;
    if (host.backoff < kFirstBackoff) host.backoff = kNoTime;
  } else {
    const Seconds doubled = 2 * pause_of(url, host, 0).length;
    host.backoff = std::max(host.backoff, std::clamp(doubled, kFirstBackoff, kLongestBackoff));
  }
  host.last_end = std::max(host.last_end, now);
  host.asked = true;
}

void Pacer::asked_to_wait(const Url& url, Seconds now, Seconds wait) {
  Host& host = hosts_[std::string(url.host())];
  host.not_before = std::max(host.not_before, now + wait);
  host.backoff = std::max(host.backoff, std::min(wait, kLongestBackoff));
}

void Pacer::set_crawl_delay(const Url& url, Seconds delay) {
  hosts_[std::string(url.host())].crawl_delay = std::max(delay, kNoTime);
}

Seconds Pacer::pause(const Url& url) const {
  return pause_of(url, host_of(url), 0).length;
}

}  // namespace dekko
