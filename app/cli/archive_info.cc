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

}  // namespace

ArchiveInfo archive_info(const ListingPlan& plan, const ArchiveTold& told) {
  ArchiveInfo info{.software = kSoftware,
                   .label = host_label(plan.url.host()),
                   .fields = {{"robots", "obey"},
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
