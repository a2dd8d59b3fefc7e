#include "crawler/polite/pacer.h"

#include <algorithm>

#include "crawler/polite/retry.h"

namespace dekko {

namespace {

constexpr double kBackoffShrinks = 0.75;
constexpr Seconds kNoTime{0};

}  // namespace

bool Pacer::spares(const Url& url) const {
  return url.is_loopback() && rules_.delay.value_or(kNoTime) == kNoTime;
}

Seconds Pacer::doubled_pause(const Url& url, Seconds pause) const {
  return std::clamp(2 * pause, spares(url) ? kFirstBackoffNear : kFirstBackoff, kLongestBackoff);
}

std::string Pacer::lane(const Url& url) const {
  const auto shared = lanes_.find(url.host());
  return shared == lanes_.end() ? std::string(url.host()) : shared->second;
}

Pacer::Host Pacer::host_of(const Url& url) const {
  const auto host = hosts_.find(lane(url));
  return host == hosts_.end() ? Host{} : host->second;
}

Pacer::Pause Pacer::pause_of(const Url& url, const Host& host, double jitter) const {
  const Seconds delay = rules_.delay.value_or(url.is_loopback() ? kNoTime : kDefaultDelay);
  Pause longest;
  const auto consider = [&longest](Seconds length, std::string_view rule) {
    if (length > longest.length) longest = {length, rule};
  };
  consider(delay, "delay");
  consider(host.crawl_delay, "crawl-delay");
  if (!spares(url)) consider(kAnswerTimeFactor * host.last_took, "answer-time");
  consider(std::min(host.backoff * (1 + std::clamp(jitter, 0.0, 1.0)), kLongestBackoff), "backoff");
  return longest;
}

Turn Pacer::turn(const Url& url, double jitter) const {
  return turn_of(url, host_of(url), jitter);
}

Turn Pacer::turn_of(const Url& url, const Host& host, double jitter) const {
  const Pause pause = pause_of(url, host, jitter);
  Turn turn;
  if (host.asked) turn = {host.last_end + pause.length, pause.rule, pause.length};
  if (host.waits && host.not_before >= turn.at) {
    turn = {host.not_before, "retry-after", host.not_before - host.last_end};
  }
  return turn;
}

std::optional<Seconds> Pacer::last_end(const Url& url) const {
  const Host host = host_of(url);
  return host.asked ? std::optional(host.last_end) : std::nullopt;
}

void Pacer::answered(const Url& url, Seconds now, Seconds took, bool good) {
  Host& host = hosts_[lane(url)];
  if (good) {
    host.last_took = took;
    host.backoff *= kBackoffShrinks;
    if (host.backoff < (spares(url) ? kFirstBackoffNear : kFirstBackoff)) host.backoff = kNoTime;
  } else {
    host.backoff = std::max(host.backoff, doubled_pause(url, pause_of(url, host, 0).length));
  }
  host.failures_in_a_row = good ? 0 : host.failures_in_a_row + 1;
  host.last_end = std::max(host.last_end, now);
  host.asked = true;
}

void Pacer::asked_to_wait(const Url& url, Seconds now, Seconds wait) {
  wait_until(hosts_[lane(url)], now + wait, wait);
}

void Pacer::wait_until(Host& host, Seconds moment, Seconds wait) {
  host.not_before = host.waits ? std::max(host.not_before, moment) : moment;
  host.waits = true;
  host.backoff = std::max(host.backoff, std::min(wait, kLongestBackoff));
}

void Pacer::set_crawl_delay(const Url& url, Seconds delay) {
  Host& host = hosts_[lane(url)];
  const bool shared = lanes_.contains(url.host());
  host.crawl_delay = std::max(delay, shared ? host.crawl_delay : kNoTime);
}

void Pacer::recall(const Url& url, Seconds now, const LastAnswer& last) {
  Host host = host_of(url);
  const Seconds ended = std::min(last.ended, now);
  host.last_end = host.asked ? std::max(host.last_end, ended) : ended;
  host.asked = true;
  if (last.good) {
    host.last_took = std::max(host.last_took, last.took);
  } else {
    host.backoff =
        std::max(host.backoff, doubled_pause(url, std::max(last.pause, pause_of(url, host, 0).length)));
  }
  if (last.asked_for > kNoTime) wait_until(host, ended + last.asked_for, last.asked_for);
  if (turn_of(url, host, 0).at > now) hosts_[lane(url)] = host;
}

void Pacer::share(const Url& url, const std::vector<std::string>& addresses) {
  if (addresses.empty() || lanes_.contains(url.host())) return;
  std::string lane = addresses.front();
  for (const std::string& address : addresses) {
    if (const auto known = lanes_.find(address); known != lanes_.end()) lane = known->second;
  }
  lanes_.emplace(url.host(), lane);
  for (const std::string& address : addresses) lanes_.emplace(address, lane);
  using Taken = decltype(hosts_)::node_type;
  const Taken alone = lane == url.host() ? Taken() : hosts_.extract(std::string(url.host()));
  if (alone.empty()) return;
  const Host& mine = alone.mapped();
  Host& all = hosts_[lane];
  all.last_end = all.asked ? std::max(all.last_end, mine.last_end) : mine.last_end;
  all.last_took = std::max(all.last_took, mine.last_took);
  all.crawl_delay = std::max(all.crawl_delay, mine.crawl_delay);
  if (mine.waits) wait_until(all, mine.not_before, kNoTime);
  all.backoff = std::max(all.backoff, mine.backoff);
  all.failures_in_a_row = std::max(all.failures_in_a_row, mine.failures_in_a_row);
  all.asked = all.asked || mine.asked;
}

bool Pacer::rests(const Url& url) const {
  return host_of(url).failures_in_a_row >= kFailuresInARow;
}

Seconds Pacer::pause(const Url& url) const {
  return pause_of(url, host_of(url), 0).length;
}

}  // namespace dekko
