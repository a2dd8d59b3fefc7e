#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/crawler/night.h"

namespace dekko {
namespace {

constexpr Weather kRough{.insertions = 30, .removals = 30};

// DEKKO_SEEDS=1000 looks at as many worlds of each kind.
int seeds(int usual) {
  const char* wanted = std::getenv("DEKKO_SEEDS");
  return wanted ? std::atoi(wanted) : usual;
}

struct Tally {
  int missed = 0, naive = 0, lasting = 0, requests = 0, walked = 0, claims = 0, false_claims = 0;
  int most_extra = 0, partial = 0;
  std::string text(const std::string& name) const {
    return fmt::format(
        "{}: missed {:.4f} % (plain walk {:.4f} %), requests {} for {}, complete or repaired {}, partial {}",
        name, 100.0 * missed / lasting, 100.0 * naive / lasting, requests, walked, claims, partial);
  }
};

Tally first_walks(int worlds, const Weather& weather, bool certify) {
  Tally tally;
  for (int seed = 0; seed < worlds; ++seed) {
    MovingListing listing(static_cast<uint64_t>(seed), weather);
    Diary diary, plain;
    const Night night = walk_through(listing, {.start = address(), .certify = certify}, diary);
    const int lost = missed(listing, diary);
    for (int i = 0; i < night.walked && i < static_cast<int>(diary.looks.size()); ++i) {
      plain.seen.insert(diary.looks[static_cast<size_t>(i)].urls.begin(),
                        diary.looks[static_cast<size_t>(i)].urls.end());
    }
    tally.missed += lost;
    tally.naive += missed(listing, plain);
    tally.lasting += static_cast<int>(listing.lasting().size());
    tally.requests += night.requests;
    tally.walked += night.walked;
    tally.most_extra =
        std::max(tally.most_extra, 100 * (night.requests - night.walked) / std::max(1, night.walked));
    tally.claims += claims_all(night) ? 1 : 0;
    tally.partial += night.coverage == Coverage::kPartial ? 1 : 0;
    if (claims_all(night) && lost > 0) {
      ++tally.false_claims;
      ADD_FAILURE() << "seed " << seed << " misses " << lost;
    }
  }
  return tally;
}

TEST(MovingWalk, CertifiesThatNothingWasMissed) {
  const Tally tally = first_walks(seeds(20), kRough, true);
  fmt::print("{}\n", tally.text("certify"));
  EXPECT_EQ(tally.missed, 0);
  EXPECT_GT(tally.naive, 0);
  EXPECT_GE(tally.claims * 500, seeds(20) * 499);
}

TEST(MovingWalk, SpendsAtMostFifteenPercentMoreByDefault) {
  const Tally tally = first_walks(seeds(20), kRough, false);
  fmt::print("{}\n", tally.text("default"));
  EXPECT_LE(tally.most_extra, 15);
  EXPECT_LT(tally.missed, tally.naive);
  EXPECT_EQ(tally.claims, 0);
}

TEST(MovingWalk, NeverClaimsMoreThanWasSeenInAnyWeather) {
  const std::map<std::string, Weather> worlds = {
      {"still", {.pages = 20, .within = 20}},
      {"calm", {.pages = 30, .within = 120, .insertions = 1, .removals = 1}},
      {"breeze", {.pages = 30, .within = 90, .insertions = 4, .removals = 4}},
      {"storm", {.pages = 30, .within = 300, .insertions = 100, .removals = 100}},
      {"pinned", {.pages = 20, .within = 60, .insertions = 5, .removals = 5, .pinned = true}},
      {"sticky", {.pages = 20, .within = 60, .insertions = 5, .removals = 5, .sticky = true}},
      {"bumps", {.pages = 20, .within = 60, .removals = 3, .bumps = 5}},
      {"swaps", {.pages = 20, .within = 60, .removals = 3, .swaps = 10}},
      {"moves", {.pages = 20, .within = 60, .insertions = 3, .removals = 3, .moves = 5}},
      {"empties", {.pages = 20, .within = 60, .insertions = 5, .removals = 5, .empties = 4}},
      {"failures", {.pages = 20, .within = 60, .insertions = 5, .removals = 5, .failures = 4}},
      {"walls", {.pages = 20, .within = 60, .insertions = 5, .removals = 5, .walls = 1}},
      {"stale", {.pages = 20, .within = 60, .insertions = 8, .removals = 8, .stale = 6}},
      {"resized", {.pages = 20, .within = 20, .insertions = 2, .removals = 2, .resized = 15}},
      {"short", {.pages = 3, .within = 5, .insertions = 1, .removals = 1}},
  };
  for (const auto& [name, weather] : worlds) {
    for (const bool certify : {false, true}) {
      const Tally tally = first_walks(seeds(12), weather, certify);
      fmt::print("{}\n", tally.text(name + (certify ? " certified" : "")));
      EXPECT_EQ(tally.false_claims, 0) << name;
    }
  }
}

}  // namespace
}  // namespace dekko
