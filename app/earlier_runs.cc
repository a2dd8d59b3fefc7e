#include "app/earlier_runs.h"

#include <set>

namespace dekko {

namespace {

Result<void> recall_robots(const Url& url, const Recall& recall, const Politeness& politeness,
                           const Clock& clock) {
  const Result<std::optional<RobotsCopy>> robots = recall.robots(url.origin());
  if (!robots) return robots.error();
  if (*robots) politeness.gate.recall(url, **robots, clock.now());
  if (const auto delay = politeness.gate.crawl_delay(url)) politeness.pacer.set_crawl_delay(url, *delay);
  return {};
}

Result<void> recall_last_answer(const Url& url, const Recall& recall, Pacer& pacer, const Clock& clock) {
  const Result<std::optional<LedgerLine>> last = recall.last_request(url.host());
  if (!last) return last.error();
  if (!*last) return {};
  const LedgerLine& line = **last;
  const Seconds now = clock.steady();
  const Seconds ago = Seconds(clock.now() - line.at) - line.took;
  pacer.recall(url, now,
               {.ended = now - ago,
                .took = line.took,
                .pause = line.pause,
                .asked_for = line.asked_for,
                .good = line.status > 0 && line.status < 500 && line.status != 429});
  return {};
}

}  // namespace

Result<void> recall_hosts(const std::vector<Url>& urls, const Recall& recall, const Politeness& politeness,
                          const Clock& clock) {
  std::set<std::string_view> origins, hosts;
  for (const Url& url : urls) {
    if (!origins.insert(url.origin()).second) continue;
    if (const Result<void> robots = recall_robots(url, recall, politeness, clock); !robots) return robots;
    if (!hosts.insert(url.host()).second) continue;
    if (const Result<void> last = recall_last_answer(url, recall, politeness.pacer, clock); !last)
      return last;
  }
  return {};
}

}  // namespace dekko
