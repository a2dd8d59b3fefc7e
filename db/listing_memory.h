// What the database remembers of a listing when a page of it comes: how its pages looked, its items, the
// profile that is pinned to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/page.h"
#include "core/page_shape.h"
#include "core/pinned_profile.h"
#include "core/result.h"
#include "core/stored_page.h"

namespace SQLite {
class Database;
}

namespace dekko {

// Listings are named by their addresses.
class ListingMemory {
 public:
  // On a read-only connection of its own; kNotFound for a file that is not there.
  static Result<ListingMemory> open(const std::filesystem::path& file);
  // On a connection that must outlive this; `file` names it in errors.
  ListingMemory(const SQLite::Database& db, std::filesystem::path file);

  ListingMemory(ListingMemory&&) noexcept;
  ListingMemory& operator=(ListingMemory&&) noexcept;
  ~ListingMemory();

  // Of the latest limits::kPageShapes pages that runs before this one read with this fingerprint, the latest
  // first.
  Result<std::vector<PageShape>> shapes(const std::string& listing, const std::string& fingerprint,
                                        int64_t before = std::numeric_limits<int64_t>::max()) const;
  // Those of these items that the listing showed before, as it showed them last.
  Result<std::vector<Card>> known(const std::string& listing, const std::vector<std::string>& urls) const;
  // The `most` items that it showed last, the latest first.
  Result<std::vector<Card>> latest(const std::string& listing, int most) const;

  // All its pages that were read, by time; those of every listing where `listing` is empty.
  Result<std::vector<StoredPage>> pages(const std::string& listing) const;
  // The cards of one of these.
  Result<std::vector<Card>> shown_by(int64_t capture) const;

  Result<std::optional<PinnedProfile>> pinned(const std::string& listing) const;
  // All of them, by the listing's address.
  Result<std::vector<std::pair<std::string, PinnedProfile>>> all_pinned() const;

 private:
  class Impl;
  explicit ListingMemory(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
