// The archive through today's profiles, held against what the database says it shows.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/card_differences.h"
#include "app/pinned_profiles.h"
#include "core/result.h"
#include "db/store.h"
#include "extractors/sites/profiles.h"

namespace dekko {

class Reextraction {
 public:
  // All borrowed; they must outlive this. named: by the user, for every page; may be null.
  struct Parts {
    const ListingMemory& memory;
    const Profiles& profiles;
    const Profile* named;
    const std::filesystem::path& archive;
  };
  explicit Reextraction(Parts parts) : parts_(parts) {}

  // Every page of the listing, by time; `changed` is given each that would be stored otherwise, be it only
  // under another reading, and what reads it.
  using Changed = std::function<Result<void>(const Capture& capture, const Page& page, const Profile& by)>;
  Result<void> read(const std::string& listing, const Changed& changed);

  const CardDifferences& differences() const { return differences_; }
  int verdicts() const { return verdicts_; }      // pages that are something else now
  int bodiless() const { return bodiless_; }      // pages whose body is not in the archive: left as they are
  int unreadable() const { return unreadable_; }  // pages that no profile can read: likewise
  int under_another() const { return another_; }  // pages read by another profile than they were

 private:
  Parts parts_;
  PinnedProfiles pins_;
  CardDifferences differences_;
  int verdicts_ = 0, bodiless_ = 0, unreadable_ = 0, another_ = 0;
};

}  // namespace dekko
