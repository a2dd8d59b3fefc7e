#include "app/past.h"

#include "crawler/walk/sweep.h"

namespace dekko {

namespace {

// The first page from which on an offset tells how many cards a page has.
constexpr int kTelling = 3;

Result<void> recall_names(WalkPlan& plan, const Store& store, const std::string& listing) {
  const auto latest = store.latest_page(listing, kTelling);
  if (!latest) return latest.error();
  if (!*latest || page_address((*latest)->second, plan.start.noise).numbered) return {};
  plan.named = PageName{(*latest)->second, (*latest)->first};
  return {};
}

}  // namespace

Result<void> recall(WalkPlan& plan, const Store& store, const std::string& listing,
                    std::optional<RunId> resumed, std::optional<int> sweep) {
  Result<std::vector<PastLook>> looks = store.looks(listing);
  if (!looks) return looks.error();
  RunId walk = looks->empty() ? 0 : looks->front().walk;
  for (PastLook& past : *looks) {
    if (past.walk == resumed) {
      plan.before.push_back(std::move(past.look));
      continue;
    }
    if (past.walk != walk) plan.known.end_run();
    walk = past.walk;
    plan.known.saw(past.look);
  }
  plan.known.end_run();
  if (const Result<void> named = recall_names(plan, store, listing); !named) return named;
  if (plan.mode != WalkPlan::Mode::kNew) return {};
  plan.sweep = sweep.value_or(sweep_size(plan.known.pages()));
  return {};
}

std::vector<MissingItem> missing_items(const Walk& walk, const std::vector<int64_t>& captures) {
  std::vector<MissingItem> items;
  for (Absence& absence : walk.absences()) {
    if (absence.look < captures.size()) items.push_back({std::move(absence.url), captures[absence.look]});
  }
  return items;
}

}  // namespace dekko
