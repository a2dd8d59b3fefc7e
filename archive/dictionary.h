// A zstd dictionary for a listing, from what it showed last: listing pages repeat themselves, so that
// a page mostly consists of what the dictionary has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

inline constexpr size_t kFewestSamples = 8;  // of which a dictionary is made

// Of RFC 8878's format (section 5): the distinct lines of the samples, at most limits::kDictionaryContent
// octets, the newest last, and entropy tables to match. Empty where there are too few samples to gain from
// it: each segment carries its dictionary.
std::string make_dictionary(const std::vector<std::string>& samples);

}  // namespace dekko
