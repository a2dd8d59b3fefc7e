// A zstd dictionary for a listing, from what its last segment holds: listing pages repeat themselves, so that
// a page mostly consists of what the dictionary has.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// The answers' HTTP messages in the latest segment of that label in the folder, the newest last, at most
// limits::kSampleBytes of them; none where there is no segment that can be read.
std::vector<std::string> last_answers(const std::filesystem::path& folder, std::string_view label);

// Of RFC 8878's format (section 5): the distinct lines of the samples, at most limits::kDictionaryContent
// octets, the newest last, and entropy tables to match. Empty where there are too few samples to gain from
// it: each segment carries its dictionary.
std::string make_dictionary(const std::vector<std::string>& samples);

}  // namespace dekko
