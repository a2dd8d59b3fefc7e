// What one page may cost to parse. Gumbo's own cost grows with octets x open elements and with the square of
// a tag's attributes, and it never asks whether there was memory to be had; so each is bounded before it is
// spent.
#pragma once

#include <cstddef>

#include "core/limits.h"

namespace dekko::limits {

// The largest of 240 real listing pages was 4 MB. Gumbo reads 10 MiB of plain text in 0.55 s.
inline constexpr size_t kPageBytes = 10 * kMiB;

// The tree with all its strings. Real pages take 6 to 10 times their size, "<br>" without end 45 times. With
// the page (three times: as it came, in UTF-8, as Gumbo reads it) and 80 octets of outline for each of at
// most 800,000 nodes that stays under 256 MB.
inline constexpr size_t kTreeBytes = 128 * kMiB;

// Gumbo may look through all open elements once for each octet, 0.3 ns a look: a third of a second in all.
// The largest page may so have 102 elements open at once, a page of 2 MiB or less all of kDepth.
inline constexpr size_t kTreeSteps = size_t{1} << 30;

// Gumbo holds each attribute against all earlier ones of its tag, n * n / 2 for n of them, 3.5 ns each.
inline constexpr size_t kAttributeSteps = 100'000'000;

// Octets read in search of such tags, for each octet of the page; real pages need 0.4 to 1.2.
inline constexpr size_t kTagScans = 8;

// -- Selectors, which users write: the longest in use have three levels and twenty compounds
// ------------------------
inline constexpr int kSelectorLevels = 16;         // of brackets; some 500 octets of stack each
inline constexpr size_t kSelectorCompounds = 256;  // an octet of memory for each element of the page each

// Compounds held against elements before a matcher begins to remember answers, which makes it linear.
// Matching one field of one card takes 10 to 500.
inline constexpr size_t kPlainSteps = 4'096;

}  // namespace dekko::limits
