// A profile that is kept with a listing in the database, because no file declares it.
#pragma once

#include <string>

#include "core/moment.h"

namespace dekko {

struct PinnedProfile {
  std::string name = {};
  std::string toml = {};
  std::string fingerprint = {};  // of the profile, in place of that of its text; empty for that of its text
  Moment since = {};             // when it was pinned
};

}  // namespace dekko
