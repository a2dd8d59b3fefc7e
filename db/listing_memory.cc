#include "db/listing_memory.h"

#include "db/database.h"
#include "db/known.h"
#include "db/limits.h"
#include "db/pins.h"
#include "db/sqlite_error.h"

namespace dekko {

class ListingMemory::Impl {
 public:
  Impl(const SQLite::Database& db, std::filesystem::path path) : file(std::move(path)), known(db), pins(db) {}
  Impl(std::unique_ptr<SQLite::Database> own, std::filesystem::path path)
      : file(std::move(path)), connection(std::move(own)), known(*connection), pins(*connection) {}

  std::filesystem::path file;
  std::unique_ptr<SQLite::Database> connection;  // null where it is somebody else's
  Known known;
  Pins pins;
};

ListingMemory::ListingMemory(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ListingMemory::ListingMemory(const SQLite::Database& db, std::filesystem::path file)
    : impl_(std::make_unique<Impl>(db, std::move(file))) {}
ListingMemory::ListingMemory(ListingMemory&&) noexcept = default;
ListingMemory& ListingMemory::operator=(ListingMemory&&) noexcept = default;
ListingMemory::~ListingMemory() = default;

Result<ListingMemory> ListingMemory::open(const std::filesystem::path& file) {
  auto db = open_for_reading(file);
  if (!db) return db.error();
  return at_the_door(file, [&]() -> Result<ListingMemory> {
    return ListingMemory(std::make_unique<Impl>(std::move(*db), file));
  });
}

Result<std::vector<PageShape>> ListingMemory::shapes(const std::string& listing,
                                                     const std::string& fingerprint, int64_t before) const {
  return at_the_door(impl_->file, [&]() -> Result<std::vector<PageShape>> {
    return impl_->known.shapes(listing, fingerprint, before, limits::kPageShapes);
  });
}

Result<std::vector<Card>> ListingMemory::known(const std::string& listing,
                                               const std::vector<std::string>& urls) const {
  return at_the_door(impl_->file, [&]() -> Result<std::vector<Card>> {
    std::vector<Card> cards;
    for (const std::string& url : urls) {
      if (auto card = impl_->known.card(listing, url)) cards.push_back(std::move(*card));
    }
    return cards;
  });
}

Result<std::vector<Card>> ListingMemory::latest(const std::string& listing, int most) const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::vector<Card>> { return impl_->known.cards(listing, most); });
}

Result<std::vector<StoredPage>> ListingMemory::pages(const std::string& listing) const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::vector<StoredPage>> { return impl_->known.pages(listing); });
}

Result<std::vector<Card>> ListingMemory::shown_by(int64_t capture) const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::vector<Card>> { return impl_->known.shown_by(capture); });
}

Result<std::optional<PinnedProfile>> ListingMemory::pinned(const std::string& listing) const {
  return at_the_door(impl_->file,
                     [&]() -> Result<std::optional<PinnedProfile>> { return impl_->pins.of(listing); });
}

Result<std::vector<std::pair<std::string, PinnedProfile>>> ListingMemory::all_pinned() const {
  using Pinned = std::vector<std::pair<std::string, PinnedProfile>>;
  return at_the_door(impl_->file, [&]() -> Result<Pinned> { return impl_->pins.all(); });
}

}  // namespace dekko
