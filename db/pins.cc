#include "db/pins.h"

namespace dekko {

namespace {

PinnedProfile pinned_of(const Row& row) {
  return {.name = row.as<std::string>(0),
          .toml = row.as<std::string>(1),
          .fingerprint = row.as<std::string>(2),
          .since = parse_moment(row.as<std::string>(3)).value_or(Moment())};
}

}  // namespace

Pins::Pins(const SQLite::Database& db)
    : of_(db, R"(
        SELECT name, toml, fingerprint, since FROM pinned JOIN listing ON listing.id = pinned.listing_id
        WHERE listing.url = ?)"),
      all_(db, R"(
        SELECT name, toml, fingerprint, since, listing.url
        FROM pinned JOIN listing ON listing.id = pinned.listing_id ORDER BY listing.url)") {}

std::optional<PinnedProfile> Pins::of(const std::string& listing) {
  return of_.first(pinned_of, listing);
}

std::vector<std::pair<std::string, PinnedProfile>> Pins::all() {
  std::vector<std::pair<std::string, PinnedProfile>> pins;
  all_.each([&](const Row& row) { pins.emplace_back(row.as<std::string>(4), pinned_of(row)); });
  return pins;
}

PinKeeper::PinKeeper(const SQLite::Database& db)
    : pin_(db, R"(
        INSERT INTO pinned (listing_id, name, toml, fingerprint, since) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (listing_id) DO UPDATE SET name = excluded.name, toml = excluded.toml,
          fingerprint = excluded.fingerprint, since = excluded.since)") {}

void PinKeeper::pin(int64_t listing, const PinnedProfile& profile) {
  pin_.run(listing, profile.name, profile.toml, profile.fingerprint, profile.since);
}

}  // namespace dekko
