#include "extractors/sites/profiles.h"

#include <algorithm>
#include <stdexcept>

#include "extractors/sites/embedded.h"

namespace dekko {

namespace {

constexpr std::string_view kShape = "shape";

Profile built_in(const EmbeddedProfile& embedded) {
  Result<Profile> profile = parse_profile(embedded.toml, embedded.file);
  if (!profile)
    throw std::runtime_error(profile.error().message());  // memory ran out: tests read all of them
  profile->origin = kBuiltIn;
  return std::move(*profile);
}

}  // namespace

Profiles Profiles::builtin() {
  Profiles profiles;
  for (const EmbeddedProfile& embedded : embedded_profiles()) profiles.add(built_in(embedded));
  return profiles;
}

Profiles::Added Profiles::add(Profile profile) {
  const auto before = [](const auto& own, const std::string& name) { return own->name < name; };
  const auto place = std::lower_bound(profiles_.begin(), profiles_.end(), profile.name, before);
  if (place == profiles_.end() || (*place)->name != profile.name) {
    return {.profile = profiles_.insert(place, std::make_unique<Profile>(std::move(profile)))->get()};
  }
  Added added{.profile = place->get(), .replaced = (*place)->origin};
  **place = std::move(profile);
  return added;
}

const Profile& Profiles::for_url(const Url& url) const {
  const Profile* best = nullptr;
  std::optional<AddressClaim> closest;
  for (const auto& profile : profiles_) {
    const auto claim = claim_on(url, profile->claims);
    const bool users_own = best != nullptr && best->origin == kBuiltIn && profile->origin != kBuiltIn;
    if (!claim || claim < closest || (claim == closest && !users_own)) continue;
    best = profile.get();
    closest = claim;
  }
  return best != nullptr ? *best : shape();
}

const Profile* Profiles::by_name(std::string_view name) const {
  for (const auto& profile : profiles_) {
    if (profile->name == name) return profile.get();
  }
  return nullptr;
}

const Profile& Profiles::shape() const {
  return *by_name(kShape);
}

std::vector<const Profile*> Profiles::all() const {
  std::vector<const Profile*> all;
  for (const auto& profile : profiles_) all.push_back(profile.get());
  return all;
}

}  // namespace dekko
