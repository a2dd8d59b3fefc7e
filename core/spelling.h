// The nearest right spelling, for "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// The candidate with the smallest edit distance to `word`, if it is near enough to be what was meant (at most a third
// of the letters differ); empty otherwise. Words over 64 octets have no near spelling.
std::string nearest_spelling(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace dekko
