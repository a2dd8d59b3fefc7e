// What earlier runs of a listing saw, as a walk needs it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crawler/walk/walk.h"
#include "db/store.h"

namespace dekko {

// Gives the plan its past: what the walk that it goes on with saw (resumed: PastLook::walk of it), what all
// others did, and, for what is new, how many old pages to look at again. sweep: so many, none for a month's
// share.
Result<void> recall(WalkPlan& plan, const Store& store, const std::string& listing,
                    std::optional<RunId> resumed, std::optional<int> sweep);

// The absences that a walk proved, by the captures that show them. captures: of the pages in the order in
// which the walk was told of them.
std::vector<MissingItem> missing_items(const Walk& walk, const std::vector<int64_t>& captures);

}  // namespace dekko
