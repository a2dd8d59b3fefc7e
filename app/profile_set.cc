#include "app/profile_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/page_file.h"
#include "core/limits.h"
#include "core/spelling.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

const Profile* add(Profiles& profiles, Profile profile, Console& console) {
  const Profiles::Added added = profiles.add(std::move(profile));
  if (!added.replaced.empty()) {
    console.detail(fmt::format("profile {}: {} takes the place of the one {}", added.profile->name,
                               added.profile->origin,
                               added.replaced == kBuiltIn ? "built in" : "from " + added.replaced));
  }
  return added.profile;
}

void add_file(ProfileSet& set, const fs::path& file, Console& console) {
  const Result<std::string> text = read_file(file, limits::kProfileBytes);
  if (!text) {
    set.faults.push_back(text.error());
    return;
  }
  ProfileReading reading = read_profile(*text, file.string());
  set.faults.insert(set.faults.end(), reading.faults.begin(), reading.faults.end());
  if (reading.profile) add(set.profiles, std::move(*reading.profile), console);
}

void add_folder(ProfileSet& set, const fs::path& folder, Console& console) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->path().extension() == ".toml") files.push_back(it->path());
  }
  if (failure) {
    set.faults.push_back({ErrorCode::kIo, folder.string(), "cannot be read: " + failure.message()});
    return;
  }
  std::sort(files.begin(), files.end());
  if (files.size() > limits::kProfileFiles) {
    set.faults.push_back(
        {ErrorCode::kLimit, folder.string(),
         fmt::format("may hold {} profiles, this has {}", limits::kProfileFiles, files.size())});
    return;
  }
  for (const fs::path& file : files) add_file(set, file, console);
}

Error unknown_profile(const std::string& name, const Profiles& profiles) {
  std::vector<std::string> known;
  for (const Profile* profile : profiles.all()) known.push_back(profile->name);
  const std::string near = nearest_spelling(name, known);
  return Error{ErrorCode::kUsage, name, "is neither a profile nor a file",
               near.empty() ? fmt::format("there are: {}", fmt::join(known, ", "))
                            : fmt::format("did you mean `{}`?", near)};
}

}  // namespace

ProfileSet load_profile_set(const Config& config, Console& console) {
  ProfileSet set{.profiles = Profiles::builtin()};
  std::error_code ignored;
  const fs::path folder = config.profiles.value_or(config_folder() / "profiles");
  if (config.profiles || fs::is_directory(folder, ignored)) add_folder(set, folder, console);
  return set;
}

Result<const Profile*> choose_profile(Profiles& profiles, const std::string& name_or_file, Console& console) {
  if (const Profile* known = profiles.by_name(name_or_file)) return known;
  std::error_code ignored;
  if (name_or_file != "-" && !fs::exists(name_or_file, ignored))
    return unknown_profile(name_or_file, profiles);
  const Result<std::string> text = read_file(name_or_file, limits::kProfileBytes);
  if (!text) return text.error();
  Result<Profile> profile = parse_profile(*text, name_or_file);
  if (!profile) return profile.error();
  return add(profiles, std::move(*profile), console);
}

}  // namespace dekko
