#include "app/politeness_proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/url.h"
#include "crawler/polite/pacer.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

// The ledger has milliseconds, on both sides of a gap; and the wall clock that it is in may run slower than
// the one that paused, by what a time service corrects (500 ppm, NTP's limit).
constexpr double kRounding = 0.002;
constexpr double kSlew = 0.0005;

struct Bound {
  double seconds = 0;
  std::string rule = "one request at a time";
};

void raise(Bound& bound, double seconds, std::string rule) {
  if (seconds > bound.seconds) bound = {seconds, std::move(rule)};
}

bool was_good(const LedgerRow& row) {
  return row.status > 0 && row.status < 500 && row.status != 429 && row.status != 408 &&
         row.outcome != "too_large";
}

bool is_loopback(const LedgerRow& row) {
  const Result<Url> url = Url::parse(row.url);
  return url && url->is_loopback();
}

Bound bound_between(const LedgerRow& first, const LedgerRow& second) {
  Bound bound;
  raise(bound, second.pause_s, second.rule);
  raise(bound, first.asked_s, "retry-after");
  if (!is_loopback(second) && was_good(first)) raise(bound, kAnswerTimeFactor * first.seconds, "answer-time");
  return bound;
}

double ended(const LedgerRow& row) {
  return row.began + row.seconds;
}

std::optional<TooSoon> held_against(const LedgerRow& first, const LedgerRow& second, Bound bound) {
  const double gap = second.began - ended(first);
  if (gap >= bound.seconds * (1 - kSlew) - kRounding) return std::nullopt;
  return TooSoon{first, second, gap, bound.seconds, std::move(bound.rule)};
}

void keep_later(std::map<std::string, LedgerRow>& rows, const std::string& key, const LedgerRow& row) {
  if (key.empty()) return;
  LedgerRow& last = rows[key];
  if (last.url.empty() || ended(row) >= ended(last)) last = row;
}

Json json_of(const LedgerRow& row) {
  return {{"run_id", row.run_id}, {"at", row.at}, {"url", row.url}, {"waited_s", row.waited_s}};
}

std::string line_of(const LedgerRow& row) {
  return fmt::format("  run {} at {}: {} (waited {:.3f} s, answer after {:.3f} s: {}{})", row.run_id, row.at,
                     row.url, row.waited_s, row.seconds, row.status > 0 ? fmt::format("{} ", row.status) : "",
                     row.outcome);
}

}  // namespace

std::optional<TooSoon> PolitenessProof::take(const LedgerRow& row) {
  ++requests_;
  std::optional<TooSoon> found;
  if (const auto last = by_host_.find(row.host); last != by_host_.end()) {
    found = held_against(last->second, row, bound_between(last->second, row));
  }
  const auto neighbour = by_address_.find(row.address);
  if (!found && neighbour != by_address_.end() && neighbour->second.host != row.host && row.rule != "none") {
    found = held_against(neighbour->second, row, {row.pause_s, row.rule});
  }
  too_soon_ += found.has_value();
  keep_later(by_host_, row.host, row);
  keep_later(by_address_, row.address, row);
  return found;
}

std::string to_text(const TooSoon& pair) {
  const std::string gap = pair.gap_s < 0
                              ? fmt::format("asked {:.3f} s before its last answer was over", -pair.gap_s)
                              : fmt::format("asked {:.3f} s after its last answer", pair.gap_s);
  return fmt::format("{}: {}, {:.3f} s was the rule ({})\n{}\n{}", pair.second.host, gap, pair.allowed_s,
                     pair.rule, line_of(pair.first), line_of(pair.second));
}

std::string to_json(const TooSoon& pair) {
  Json json{{"record", "too_soon"}, {"host", pair.second.host}, {"rule", pair.rule}};
  json["gap_s"] = pair.gap_s;
  json["allowed_s"] = pair.allowed_s;
  json["first"] = json_of(pair.first);
  json["second"] = json_of(pair.second);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_text(const PolitenessProof& proof) {
  const std::string sooner = proof.too_soon() == 0
                                 ? "none came sooner than its rule allowed"
                                 : fmt::format("{} came sooner than allowed", proof.too_soon());
  return fmt::format("{} requests to {} hosts: {}", proof.requests(), proof.hosts(), sooner);
}

std::string to_json(const PolitenessProof& proof) {
  return Json{{"record", "politeness"},
              {"requests", proof.requests()},
              {"hosts", proof.hosts()},
              {"too_soon", proof.too_soon()}}
      .dump();
}

}  // namespace dekko
