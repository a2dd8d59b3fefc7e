#include "app/cli/archive_info.h"

#include <fmt/format.h>

#include "app/cli/identity.h"
#include "app/journal.h"

namespace dekko {

namespace {

std::string pages_of(const ListingPlan& plan) {
  if (!plan.pages) return "all, or new where it was seen before";
  if (plan.pages->mode == WalkPlan::Mode::kAll) return "all";
  if (plan.pages->mode == WalkPlan::Mode::kNew) return "new";
  return fmt::format("{}-{}", plan.pages->first, plan.pages->last ? std::to_string(*plan.pages->last) : "");
}

std::string settings_of(const ListingPlan& plan, const PaceRules& pace) {
  const std::string delay = pace.delay ? fmt::format("{} s", pace.delay->count()) : "default";
  const std::string sweep = plan.sweep ? std::to_string(*plan.sweep) : "a month's share";
  return fmt::format("pages {}; delay {}; sweep {}{}", pages_of(plan), delay, sweep,
                     plan.certify ? "; certify" : "");
}

std::string robots_verdict(const RobotsGate& gate, const Url& url) {
  const std::optional<RobotsVerdict> verdict = gate.verdict(url);
  if (!verdict) return "none yet: robots.txt is asked for first, and its answer is in this archive";
  const std::string by = verdict->line > 0 ? fmt::format(", line {}: {}", verdict->line, verdict->text) : "";
  return fmt::format("{} by the robots.txt of {}{}", verdict->allowed ? "allowed" : "refused",
                     to_text(gate.copy(url)->read), by);
}

}  // namespace

ArchiveInfo archive_info(const ListingPlan& plan, const ArchiveTold& told) {
  ArchiveInfo info{.software = kSoftware,
                   .label = host_label(plan.url.host()),
                   .fields = {{"robots", "obey"},
                              {"robots-verdict", robots_verdict(told.gate, plan.url)},
                              {"http-header-user-agent", told.agent},
                              {"isPartOf", plan.url.text()},
                              {"settings", settings_of(plan, told.pace)},
                              {"description", "profile " + plan.profile->name},
                              {"profile", plan.profile->text}},
                   .compression = told.compression};
  if (plan.permission) info.fields.emplace_back("permission", *plan.permission);
  return info;
}

}  // namespace dekko
