// Where a field stands, and what of it is the value.
#pragma once

#include <optional>
#include <vector>

#include "extractors/fields/pattern.h"
#include "extractors/html/selector.h"

namespace dekko {

struct FieldRule {
  // In order of trust: the first that finds a value wins.
  std::vector<Selector> select = {};
  // All places are read, and one that says something else than the first is a problem.
  bool agree = false;
  // Exactly one group: what it holds is the value. A text that does not match is a problem and no value.
  std::optional<Pattern> pattern = {};
};

}  // namespace dekko
