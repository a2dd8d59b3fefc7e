// Titles too short to be told from a name by their length alone.
#pragma once

#include <vector>

#include "extractors/find/title_links.h"

namespace dekko {

// "Dues for 2024" among longer titles: links that stand under the same tags as a family of titles, as far
// from each of them as they from each other, in elements of the same looks, and few beside them, join that
// family.
void adopt_short_titles(const Outline& outline, std::vector<LinkFamily>& families);

}  // namespace dekko
