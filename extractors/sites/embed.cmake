# embed_profiles(out.cc a.toml b.toml ...): the files' text as one C++ table, so that the binary needs no folder beside it.
function(embed_profiles output)
  set(rows "")
  foreach(profile ${ARGN})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${profile})
    file(READ ${profile} text)
    cmake_path(GET profile FILENAME name)
    string(APPEND rows "    {\"${name}\", R\"profile(${text})profile\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [[
#include "extractors/sites/embedded.h"

namespace dekko {

const std::vector<EmbeddedProfile>& embedded_profiles() {
  static const std::vector<EmbeddedProfile> profiles = {
@rows@  };
  return profiles;
}

}  // namespace dekko
]])
endfunction()
