// The profiles that there are, for a person and for a program.
#pragma once

#include <string>
#include <vector>

#include "extractors/sites/profile.h"

namespace dekko {

// NAME, ORIGIN and CLAIMS, a line each.
std::string profiles_text(const std::vector<const Profile*>& profiles);
// One JSON object a line.
std::string profiles_json(const std::vector<const Profile*>& profiles);

}  // namespace dekko
