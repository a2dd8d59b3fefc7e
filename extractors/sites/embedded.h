// The profiles in this folder, as text: written into the binary by embed.cmake.
#pragma once

#include <string_view>
#include <vector>

namespace dekko {

struct EmbeddedProfile {
  std::string_view file;  // "nknews.toml"
  std::string_view toml;
};

const std::vector<EmbeddedProfile>& embedded_profiles();

}  // namespace dekko
