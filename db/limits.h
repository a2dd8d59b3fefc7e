// The reading side's budgets; those that several rooms share stand in core/limits.h.
#pragma once

#include <cstddef>

namespace dekko::limits {

inline constexpr size_t kSearchTerms =
    64;  // a sentence is about 20 words; each may cost a pass over an index
// Pages of a listing that a new one is held against: two weeks of 20 pages a night, some 3,000 rows.
inline constexpr int kPageShapes = 300;
inline constexpr int kSearchHits = 100'000;  // with 1 KB a hit, 100 MB

}  // namespace dekko::limits
