// Dates in a form that only one site writes, told by patterns of its profile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "extractors/fields/dates.h"

namespace dekko {

// A pattern either names its parts, (?P<year>) (?P<month>) (?P<day>) and perhaps (?P<hour>) (?P<minute>)
// (?P<second>), or has one group whose text is then read like any date. A month may be a name, a year of two
// digits is 1970 to 2069. What is wrong with a pattern, for a person; empty if nothing is.
std::string date_pattern_fault(const Pattern& pattern);

// The date at the first of rules.patterns that matches somewhere in `text` and makes one.
std::optional<FoundDate> date_by_pattern(std::string_view text, const DateRules& rules, Moment seen_at);

}  // namespace dekko
