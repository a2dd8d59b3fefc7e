#include "app/pinned_profiles.h"

#include "extractors/sites/profiles.h"

namespace dekko {

Result<Profile> profile_of(const PinnedProfile& pinned) {
  Result<Profile> profile = parse_profile(pinned.toml, "pinned profile " + pinned.name);
  if (!profile) return profile;
  if (!pinned.fingerprint.empty()) profile->fingerprint = pinned.fingerprint;
  return profile;
}

Result<std::map<std::string, Profile>> all_pinned(const ListingMemory& memory) {
  const auto pinned = memory.all_pinned();
  if (!pinned) return pinned.error();
  std::map<std::string, Profile> profiles;
  for (const auto& [listing, one] : *pinned) {
    Result<Profile> profile = profile_of(one);
    if (!profile) return profile.error();
    profiles.emplace(listing, std::move(*profile));
  }
  return profiles;
}

Result<const Profile*> PinnedProfiles::of(const std::string& listing, const ListingMemory& memory) {
  const auto known = profiles_.find(listing);
  if (known != profiles_.end()) return known->second.get();
  const Result<std::optional<PinnedProfile>> pinned = memory.pinned(listing);
  if (!pinned) return pinned.error();
  std::unique_ptr<Profile>& place = profiles_[listing];
  if (!*pinned) return nullptr;
  Result<Profile> profile = profile_of(**pinned);
  if (!profile) return profile.error();
  place = std::make_unique<Profile>(std::move(*profile));
  return place.get();
}

Result<const Profile*> PinnedProfiles::instead_of(const Profile& claimed, const std::string& listing,
                                                  const ListingMemory& memory) {
  if (claimed.origin != kBuiltIn) return &claimed;
  const Result<const Profile*> pinned = of(listing, memory);
  if (!pinned) return pinned;
  return *pinned != nullptr ? *pinned : &claimed;
}

}  // namespace dekko
