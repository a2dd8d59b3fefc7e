#include "app/status_table.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/run_report.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

std::string health_text(const ListingStatus& listing) {
  std::string text;
  for (const auto& [field, share] : listing.field_health) {
    text += fmt::format("{}{} {:.0f} %", text.empty() ? "" : " · ", field, share * 100);
  }
  return text;
}

std::string run_text(const RunSummary& run) {
  const std::string when = run.ended.empty() ? "began " + run.started + ", not ended" : run.ended;
  return fmt::format("{} {} · {}{} · {} pages · {} seen, {} new, {} changed", run.kind, run.id, when,
                     run.stop_reason.empty() ? "" : fmt::format(" · {}, coverage {}", run.stop_reason, run.coverage),
                     grouped(run.pages), grouped(run.items_seen), grouped(run.items_new), grouped(run.items_changed));
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json run_json(const RunSummary& run) {
  Json json;
  json["id"] = run.id;
  json["kind"] = run.kind;
  json["started"] = run.started;
  json["ended"] = or_null(run.ended);
  json["stop_reason"] = or_null(run.stop_reason);
  json["coverage"] = or_null(run.coverage);
  json["pages"] = run.pages;
  json["requests"] = run.requests;
  json["bytes"] = run.bytes;
  json["items_seen"] = run.items_seen;
  json["items_new"] = run.items_new;
  json["items_changed"] = run.items_changed;
  json["items_missing"] = run.items_missing;
  json["problems"] = run.problems;
  return json;
}

}  // namespace

std::string status_text(const std::vector<ListingStatus>& listings) {
  if (listings.empty()) return "no listing yet: dekko crawl URL makes the first\n";
  std::string text;
  for (const ListingStatus& listing : listings) {
    text += fmt::format("{}\n", listing.url);
    if (!listing.title.empty()) text += fmt::format("  title     {}\n", listing.title);
    text += fmt::format("  items     {}{}\n", grouped(listing.items),
                        listing.pages ? fmt::format(" · {} pages", grouped(*listing.pages)) : "");
    if (listing.last_run) text += fmt::format("  last run  {}\n", run_text(*listing.last_run));
    if (!listing.field_health.empty()) text += fmt::format("  fields    {}\n", health_text(listing));
    text += fmt::format("  profile   {}\n", listing.profile);
  }
  return text;
}

std::string status_json(const std::vector<ListingStatus>& listings) {
  std::string lines;
  for (const ListingStatus& listing : listings) {
    Json json;
    json["record"] = "listing";
    json["id"] = listing.id;
    json["url"] = listing.url;
    json["title"] = or_null(listing.title);
    json["profile"] = or_null(listing.profile);
    json["pages"] = listing.pages ? Json(*listing.pages) : Json(nullptr);
    json["items"] = listing.items;
    json["last_run"] = listing.last_run ? run_json(*listing.last_run) : Json(nullptr);
    Json health = Json::object();
    for (const auto& [field, share] : listing.field_health) health[field] = share;
    json["field_health"] = std::move(health);
    lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

}  // namespace dekko
