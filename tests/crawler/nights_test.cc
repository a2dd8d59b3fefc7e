// Night after night: what a listing costs, what is found again, and what is gone.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/crawler/night.h"

namespace dekko {
namespace {

WalkPlan nightly(const MovingListing& listing, const Diary& diary) {
  return {.start = address(),
          .mode = Mode::kNew,
          .known = diary.known,
          .sweep = sweep_size(listing.page_count())};
}

TEST(Nights, CostOneRequestBesidesTheSweepWhereNothingChanged) {
  MovingListing listing(1, {});
  Diary diary;
  walk_through(listing, {.start = address()}, diary);
  WalkPlan plan = nightly(listing, diary);
  plan.sweep = 0;
  const Night night = walk_through(listing, std::move(plan), diary);
  EXPECT_EQ(night.reason, StopReason::kOnlyKnown);
  EXPECT_EQ(night.coverage, Coverage::kComplete);
  EXPECT_EQ(night.requests, 1);
}

// -- A month with ten new posts a day ----------------------------------------------------------------------

void publish(MovingListing& listing, int posts) {
  for (int i = 0; i < posts; ++i) listing.put_on_top();
}

TEST(Nights, CostAtMostFiveRequestsBesidesTheSweepAndSeeAllInAMonth) {
  MovingListing listing(2, {});
  Diary diary;
  walk_through(listing, {.start = address()}, diary);
  std::set<std::string> met;
  for (int night = 1; night <= 30; ++night) {
    publish(listing, 10);
    WalkPlan plan = nightly(listing, diary);
    const int sweep = plan.sweep;
    const size_t before = diary.looks.size();
    const Night tonight = walk_through(listing, std::move(plan), diary);
    EXPECT_LE(tonight.requests - sweep, 5);
    EXPECT_LE(sweep, 8);
    for (size_t i = before; i < diary.looks.size(); ++i)
      for (const std::string& url : diary.looks[i].urls) met.insert(url);
  }
  for (int post = 0; post < 1130; ++post) EXPECT_TRUE(met.contains(MovingListing::url_of(post))) << post;
}

// The longest time that a post was not looked at, in nights.
struct Habit {
  int pages, posts_a_night;
  int resized = 10;  // what pages have from the 30th night on
};
int longest_unseen(Habit habit) {
  MovingListing listing(2, {.pages = habit.pages});
  Diary diary;
  walk_through(listing, {.start = address()}, diary);
  std::map<std::string, int> last_met;
  for (const std::string& url : diary.seen) last_met[url] = 0;
  int longest = 0;
  for (int night = 1; night <= 100; ++night) {
    publish(listing, habit.posts_a_night);
    if (night == 30) listing.resize(habit.resized);
    const size_t before = diary.looks.size();
    walk_through(listing, nightly(listing, diary), diary);
    for (size_t i = before; i < diary.looks.size(); ++i)
      for (const std::string& url : diary.looks[i].urls) last_met[url] = night;
    for (const auto& [url, met] : last_met) longest = std::max(longest, night - met);
  }
  return longest;
}

// The listing's end moves down each night, and the sweep has to come round it.
TEST(Nights, LookAtEachPostInAnyFourWeeks) {
  for (const int pages : {3, 50, 113}) {
    for (const int posts_a_night : {0, 1, 7, 10, 23}) {
      const int longest = longest_unseen({pages, posts_a_night});
      fmt::print("{} pages, {} posts a night: seen again within {} nights\n", pages, posts_a_night, longest);
      EXPECT_LE(longest, 28) << pages << " " << posts_a_night;
    }
  }
}

TEST(Nights, LookAtEachPostAfterAChangeOfThePageSize) {
  for (const int pages : {3, 50, 113}) {
    for (const int resized : {5, 15, 20, 30}) {
      const int longest = longest_unseen({pages, 7, resized});
      fmt::print("{} pages, of {} cards now: seen again within {} nights\n", pages, resized, longest);
      EXPECT_LE(longest, 28) << pages << " " << resized;
    }
  }
}

TEST(Nights, SweepOnThroughTheListingByAPageANight) {
  MovingListing listing(2, {.pages = 12});
  Diary diary;
  walk_through(listing, {.start = address()}, diary);
  std::set<int> swept;
  for (int night = 0; night < 11; ++night) {
    WalkPlan plan = nightly(listing, diary);
    plan.sweep = 1;
    walk_through(listing, std::move(plan), diary);
    swept.insert(diary.looks.back().page);
  }
  EXPECT_EQ(swept.size(), 11u);
}

// A diary that remembers what the last walk could not have, as a database does.
TEST(Nights, HaveTheNextNightWhatCouldNotBeHad) {
  size_t owed = 0;
  for (uint64_t seed = 0; seed < 40; ++seed) {
    MovingListing listing(seed, {.pages = 20, .within = 20, .failures = 4});
    Diary diary;
    const Night first = walk_through(listing, {.start = address()}, diary);
    if (first.reason != StopReason::kReachedLast) continue;
    listing.begin_again({.pages = 20});
    publish(listing, static_cast<int>(seed));
    WalkPlan plan = nightly(listing, diary);
    plan.owed = first.position.missing;
    owed += plan.owed.size();
    const Night second = walk_through(listing, std::move(plan), diary);
    EXPECT_EQ(second.position.missing, std::vector<int>{}) << seed;
    EXPECT_EQ(missed(listing, diary), 0) << seed;
  }
  EXPECT_GT(owed, 0u);
}

// -- Gone --------------------------------------------------------------------------------------------------

TEST(Nights, FindEveryPostAgainThatAFirstWalkMissed) {
  int missed_before = 0;
  for (uint64_t seed = 0; seed < 10; ++seed) {
    MovingListing listing(seed, {.insertions = 30, .removals = 30});
    Diary diary;
    walk_through(listing, {.start = address()}, diary);
    missed_before += missed(listing, diary);
    for (int night = 1; night <= 30; ++night) {
      walk_through(listing, nightly(listing, diary), diary);
    }
    EXPECT_EQ(missed(listing, diary), 0) << seed;
  }
  EXPECT_GT(missed_before, 0);
}

TEST(Nights, CallAPostGoneOnlyWhenItIs) {
  for (const Weather& weather :
       std::vector<Weather>{{.pages = 20, .within = 3, .insertions = 2, .removals = 2},
                            {.pages = 20, .within = 3, .insertions = 2, .removals = 2, .pinned = true},
                            {.pages = 20, .within = 3, .removals = 2, .bumps = 1},
                            {.pages = 20, .within = 3, .removals = 1, .swaps = 2},
                            {.pages = 20, .within = 6, .removals = 2, .empties = 1, .failures = 1},
                            {.pages = 20, .within = 6, .removals = 2, .stale = 4}}) {
    int marked = 0, wrong = 0;
    for (uint64_t seed = 0; seed < 20; ++seed) {
      MovingListing listing(seed, {.pages = 20});
      Diary diary;
      walk_through(listing, {.start = address()}, diary);
      for (int night = 1; night <= 20; ++night) {
        listing.begin_again(weather);
        const Night tonight = walk_through(listing, nightly(listing, diary), diary);
        for (const Absence& absence : tonight.absences) {
          ++marked;
          if (listing.is_there(absence.url)) ++wrong;
        }
      }
    }
    fmt::print("gone {} wrong {}\n", marked, wrong);
    EXPECT_EQ(wrong, 0);
    EXPECT_GT(marked, 0);
  }
}

// What stood at the very top or end stays "not seen since": it has no neighbour on one side.
TEST(Nights, CallPostsGoneWhosePlaceWasLookedAt) {
  int removed = 0, marked = 0;
  for (uint64_t seed = 0; seed < 30; ++seed) {
    MovingListing listing(seed, {.pages = 20});
    Diary diary;
    walk_through(listing, {.start = address(), .certify = true}, diary);
    const std::set<std::string> before = listing.lasting();
    listing.begin_again({.pages = 20, .within = 1, .removals = 5});
    listing.answer(1);
    listing.answer(1);
    std::set<std::string> gone;
    for (int again = 0; again < 2; ++again) {
      const Night night =
          walk_through(listing, {.start = address(), .known = diary.known, .certify = true}, diary);
      for (const Absence& absence : night.absences) gone.insert(absence.url);
    }
    const std::set<std::string> ends = {MovingListing::url_of(0), MovingListing::url_of(199)};
    for (const std::string& url : before) {
      if (listing.is_there(url) || ends.contains(url)) continue;
      ++removed;
      EXPECT_TRUE(gone.contains(url)) << seed << " " << url;
      marked += gone.contains(url) ? 1 : 0;
    }
  }
  fmt::print("removed {} marked {}\n", removed, marked);
  EXPECT_GT(removed, 140);
}

// -- Killed at every step ----------------------------------------------------------------------------------

TEST(Nights, GoOnAfterAKillAtEveryStepAsIfNothingHadBeen) {
  for (int killed = 0; killed <= 40; ++killed) {
    MovingListing listing(3, {.pages = 12});
    Diary diary;
    Night night = walk_through(listing, {.start = address(), .certify = true}, diary, killed);
    if (night.reason == StopReason::kInterrupted) {
      WalkPlan plan{.start = address(), .resume = night.position, .before = diary.looks, .certify = true};
      if (killed == 0) plan.resume.reset();
      night = walk_through(listing, std::move(plan), diary);
    }
    EXPECT_EQ(night.coverage, Coverage::kComplete) << killed;
    EXPECT_EQ(night.reason, StopReason::kReachedLast) << killed;
    EXPECT_EQ(missed(listing, diary), 0) << killed;
  }
}

TEST(Nights, ClaimNothingFalseWhenKilledInAListingThatMoves) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    MovingListing listing(seed, {.pages = 20, .within = 60, .insertions = 10, .removals = 10});
    Diary diary;
    const auto killed = static_cast<int>(seed) + 1;
    Night night = walk_through(listing, {.start = address(), .certify = true}, diary, killed);
    for (int i = 0; i < 5; ++i) listing.answer(1);  // somebody else's
    night = walk_through(
        listing, {.start = address(), .resume = night.position, .before = diary.looks, .certify = true},
        diary);
    EXPECT_TRUE(!claims_all(night) || missed(listing, diary) == 0) << seed;
  }
}

TEST(Nights, BeginAnewWhereTheListingMovedTooFar) {
  MovingListing listing(4, {.pages = 12});
  Diary diary;
  const Night night = walk_through(listing, {.start = address()}, diary, 3);
  publish(listing, 100);
  Walk walk({.start = address(), .resume = night.position, .before = diary.looks});
  EXPECT_EQ(std::get<PageRequest>(walk.next()).page, 3);
  walk.showed(*listing.answer(3));
  EXPECT_TRUE(walk.began_anew());
  EXPECT_EQ(std::get<PageRequest>(walk.next()).page, 1);
}

}  // namespace
}  // namespace dekko
