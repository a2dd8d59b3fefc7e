#include <gtest/gtest.h>

#include "tests/db/scene.h"

namespace dekko {
namespace {

using LooksTest = Database;

const std::string kA = "https://news.example/a/", kB = "https://news.example/b/";

TEST_F(LooksTest, TellWhatEachPageShowedInOrder) {
  show(day(1), page({card("b"), card("a")}));
  show(day(2), page({card("c"), card("b")}));
  const auto looks = *store().looks(kListing);
  ASSERT_EQ(looks.size(), 2u);
  EXPECT_EQ(looks[0].look.urls, (std::vector<std::string>{kB, kA}));
  EXPECT_EQ(looks[1].look.page, 1);
  EXPECT_NE(looks[0].walk, looks[1].walk);
}

TEST_F(LooksTest, CountARunThatGoesOnToTheWalkItGoesOnWith) {
  const RunId first = begin();
  ASSERT_TRUE(store().apply(first, capture(day(1)), page({card("a")}), {}));
  const RunId second =
      *store().begin_run({.listing = kListing, .kind = "crawl", .started = day(2), .continues = first});
  ASSERT_TRUE(store().apply(second, capture(day(2)), page({card("b")}), {}));
  const auto looks = *store().looks(kListing);
  ASSERT_EQ(looks.size(), 2u);
  EXPECT_EQ(looks[1].walk, first);
}

TEST_F(LooksTest, LeaveOutOtherListingsAndReplays) {
  show(day(1), page({card("a")}, kOther));
  const RunId replay = begin(kListing, day(2), "replay");
  ASSERT_TRUE(store().apply(replay, capture(day(2)), page({card("a")}), {}));
  EXPECT_TRUE(store().looks(kListing)->empty());
}

TEST_F(LooksTest, MarkWhatIsMissingUntilItComesBack) {
  show(day(1), page({card("a"), card("b")}));
  const Applied without = show(day(2), page({card("a")}));
  const RunId run = begin(kListing, day(2));
  ASSERT_TRUE(store().mark_missing(run, {{kB, without.capture_id}}));
  EXPECT_EQ(rows("SELECT url, missing_since FROM items"), (Rows{kA + "|-", kB + "|2024-03-02T12:00:00Z"}));
  show(day(3), page({card("b")}));
  EXPECT_EQ(rows("SELECT missing_since FROM items"), (Rows{"-", "-"}));
}

TEST_F(LooksTest, DoNotCallAnItemMissingThatAnotherListingShows) {
  show(day(1), page({card("a")}));
  const Applied other = show(day(1, 5), page({card("a")}, kOther));
  const RunId run = begin(kListing, day(2));
  ASSERT_TRUE(store().mark_missing(run, {{kA, other.capture_id}}));
  EXPECT_EQ(row("SELECT missing_since FROM items"), "-");
}

}  // namespace
}  // namespace dekko
