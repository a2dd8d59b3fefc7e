// Profiles pinned to listings. Works on the writing and on a reading connection. Throws SQLite::Exception.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/pinned_profile.h"
#include "db/query.h"

namespace dekko {

class Pins {
 public:
  explicit Pins(const SQLite::Database& db);

  // `listing` is an address.
  std::optional<PinnedProfile> of(const std::string& listing);
  // All of them with the addresses of their listings, by address.
  std::vector<std::pair<std::string, PinnedProfile>> all();

 private:
  Query of_, all_;
};

// The writing side: takes the place of the one that was pinned before.
class PinKeeper {
 public:
  explicit PinKeeper(const SQLite::Database& db);
  void pin(int64_t listing, const PinnedProfile& profile);

 private:
  Query pin_;
};

}  // namespace dekko
