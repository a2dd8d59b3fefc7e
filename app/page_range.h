// --pages A-B|all|new
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "crawler/walk/walk.h"

namespace dekko {

struct PageRange {
  WalkPlan::Mode mode = WalkPlan::Mode::kAll;
  int first = 1;
  std::optional<int> last = {};
};

// "3-7", "3-" (to the end), "3" (that page alone), "all", "new".
Result<PageRange> parse_page_range(std::string_view text);

}  // namespace dekko
