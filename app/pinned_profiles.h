// Profiles that the database has pinned to listings, read once each. A pinned profile comes before a built-in
// one and after those that the user names or declares for the address.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "db/listing_memory.h"
#include "extractors/sites/profile.h"

namespace dekko {

class PinnedProfiles {
 public:
  // Null where none is pinned; valid as long as this. An Error for one that this dekko cannot read.
  Result<const Profile*> of(const std::string& listing, const ListingMemory& memory);
  // The one that counts where `claimed` claims the address and nobody named another.
  Result<const Profile*> instead_of(const Profile& claimed, const std::string& listing,
                                    const ListingMemory& memory);

 private:
  std::map<std::string, std::unique_ptr<Profile>> profiles_;
};

// A pinned profile as it reads pages.
Result<Profile> profile_of(const PinnedProfile& pinned);
// All of them, by the listing's address. An Error for one that this dekko cannot read.
Result<std::map<std::string, Profile>> all_pinned(const ListingMemory& memory);

}  // namespace dekko
