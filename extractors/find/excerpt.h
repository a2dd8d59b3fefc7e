// The beginning of a text, for a person to recognise what was set aside.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

// At most limits::kExcerptBytes of valid UTF-8, cut between code points.
std::string excerpt_of(std::string_view text);

}  // namespace dekko
