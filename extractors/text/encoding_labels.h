// The labels by which pages name their encoding (WHATWG Encoding section 4.2).
#pragma once

#include <string>
#include <string_view>

namespace dekko {

// The standard's name in lower case; empty for an unknown label. White space around it and case do not matter.
std::string encoding_for_label(std::string_view label);

}  // namespace dekko
