// The profiles that a command works with: the built-in ones, those of the user's folder, one named on the
// command line.
#pragma once

#include <string>
#include <vector>

#include "app/config.h"
#include "app/console.h"
#include "core/result.h"
#include "extractors/sites/profiles.h"

namespace dekko {

// faults: all that is wrong in the user's folder; profiles with faults are not among `profiles`.
struct ProfileSet {
  Profiles profiles;
  std::vector<Error> faults = {};
};

// The folder is the config file's `profiles`, else `profiles` in the user's config folder, which need not
// exist. Its
// *.toml are read by name, at most limits::kProfileFiles of them. Which profile takes the place of which is
// told to whoever asked for more.
ProfileSet load_profile_set(const Config& config, Console& console);

// By name, else read from that file and added. An error names all that is wrong with the file, or what there
// is.
Result<const Profile*> choose_profile(Profiles& profiles, const std::string& name_or_file, Console& console);

}  // namespace dekko
