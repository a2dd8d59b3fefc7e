// Octets as one gzip member.
#pragma once

#include <string>

namespace dekko::site {

std::string gzipped(const std::string& octets);

}  // namespace dekko::site
