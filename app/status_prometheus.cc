#include "app/status_prometheus.h"

#include <fmt/format.h>

#include <functional>

#include "core/moment.h"

namespace dekko {

namespace {

using Sample = std::function<std::optional<double>(const RunSummary& run)>;

struct Metric {
  const char *name, *help;
  Sample sample;
};

// A label's value: backslash, quote and line feed are escaped.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == '"')
      out.append({'\\', c});
    else
      out += c;
  }
  return out;
}

std::string head(const char* name, const char* help) {
  return fmt::format("# HELP {} {}\n# TYPE {} gauge\n", name, help, name);
}

std::optional<double> seconds(const std::string& moment) {
  const Result<Moment> parsed = parse_moment(moment);
  if (!parsed) return std::nullopt;
  return double(parsed->time_since_epoch().count()) / 1000;
}

const std::vector<Metric>& run_metrics() {
  using Run = const RunSummary&;
  static const std::vector<Metric> all = {
      {"dekko_last_run_start_time_seconds", "When the last run began.",
       [](Run r) { return seconds(r.started); }},
      {"dekko_last_run_end_time_seconds", "When the last run ended; absent while it runs.",
       [](Run r) { return seconds(r.ended); }},
      {"dekko_last_run_pages", "Pages that the last run read.", [](Run r) { return double(r.pages); }},
      {"dekko_last_run_requests", "Requests that the last run made.",
       [](Run r) { return double(r.requests); }},
      {"dekko_last_run_bytes", "Octets that the last run received.", [](Run r) { return double(r.bytes); }},
      {"dekko_last_run_items_seen", "Distinct items that the last run saw.",
       [](Run r) { return double(r.items_seen); }},
      {"dekko_last_run_items_new", "Items that the last run saw for the first time.",
       [](Run r) { return double(r.items_new); }},
      {"dekko_last_run_items_changed", "Items that the last run saw changed.",
       [](Run r) { return double(r.items_changed); }},
      {"dekko_last_run_items_missing", "Items whose absence the last run proved.",
       [](Run r) { return double(r.items_missing); }},
      {"dekko_last_run_problems", "Things that the last run set aside.",
       [](Run r) { return double(r.problems); }},
  };
  return all;
}

std::string run_samples(const std::vector<ListingStatus>& listings, const Metric& metric) {
  std::string text = head(metric.name, metric.help);
  for (const ListingStatus& listing : listings) {
    const auto value = listing.last_run ? metric.sample(*listing.last_run) : std::nullopt;
    if (value)
      text += fmt::format("{}{{listing=\"{}\"}} {:.15g}\n", metric.name, escaped(listing.url), *value);
  }
  return text;
}

// The verdicts are labels, as kube-state-metrics does: alert on dekko_last_run_coverage{coverage="partial"}
// == 1.
std::string verdict_samples(const std::vector<ListingStatus>& listings) {
  std::string text = head("dekko_last_run_coverage", "1 for the verdict on the last run that ended.");
  for (const ListingStatus& listing : listings) {
    if (!listing.last_run || listing.last_run->coverage.empty()) continue;
    text += fmt::format("dekko_last_run_coverage{{listing=\"{}\",coverage=\"{}\",stop_reason=\"{}\"}} 1\n",
                        escaped(listing.url), escaped(listing.last_run->coverage),
                        escaped(listing.last_run->stop_reason));
  }
  return text;
}

std::string health_samples(const std::vector<ListingStatus>& listings) {
  std::string text = head("dekko_field_health_ratio", "Share of the last run's cards that had the field.");
  for (const ListingStatus& listing : listings) {
    for (const auto& [field, share] : listing.field_health) {
      text += fmt::format("dekko_field_health_ratio{{listing=\"{}\",field=\"{}\"}} {:.15g}\n",
                          escaped(listing.url), field, share);
    }
  }
  return text;
}

}  // namespace

std::string status_prometheus(const std::vector<ListingStatus>& listings) {
  std::string text = head("dekko_items", "Items that the listing ever showed.");
  for (const ListingStatus& listing : listings) {
    text += fmt::format("dekko_items{{listing=\"{}\"}} {}\n", escaped(listing.url), listing.items);
  }
  for (const Metric& metric : run_metrics()) text += run_samples(listings, metric);
  return text + verdict_samples(listings) + health_samples(listings);
}

}  // namespace dekko
