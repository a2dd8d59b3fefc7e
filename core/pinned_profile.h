// A profile that is kept with a listing in the database, because no file declares it.
#pragma once

#include <string>

#include "core/moment.h"

namespace dekko {

// What is known of a listing's site. kNone: nothing to begin with, a profile is to be inferred. kInferred: a
// profile that dekko pinned; where it finds some of a page's cards only, all are read by their shape.
enum class ProfileSource { kDeclared, kNone, kInferred };

struct PinnedProfile {
  std::string name = {};
  std::string toml = {};
  std::string fingerprint = {};  // of the profile, in place of that of its text; empty for that of its text
  Moment since = {};             // when it was pinned
};

}  // namespace dekko
