// The order in which captures arrive must not matter: an archive replayed in pieces gives the same history.
#include <algorithm>
#include <numeric>

#include "tests/db/scene.h"

namespace dekko {
namespace {

class HistoryOrder : public Database {
 protected:
  // A night's page: which state the item shows, and how it was read.
  struct Night {
    const char* headline;
    const char* fingerprint;
  };

  // Applies the nights in that order, to a listing and an item that no other order shares.
  std::string listing_after(const std::vector<Night>& nights, const std::vector<int>& order) {
    const std::string name = std::to_string(++listings_);
    const std::string url = "https://news.example/tag/" + name + "/";
    const RunId run = begin(url);
    for (const int night : order) {
      Page shown = page({card("of-" + name, nights[size_t(night)].headline)}, url);
      shown.profile_fingerprint = nights[size_t(night)].fingerprint;
      EXPECT_TRUE(store().apply(run, capture(day(night + 1), url), shown, {}));
    }
    return name;
  }

  Rows history_of(const std::string& name) const {
    Rows all =
        rows("SELECT 'version', headline, first_seen, last_seen FROM versions WHERE listing_id = " + name +
             " ORDER BY first_seen, headline");
    for (const std::string& sql :
         {"SELECT 'change', field, before, after, not_before, not_after, fetched_at FROM changes JOIN pages "
          "USING (capture_id) WHERE changes.url LIKE '%/of-" +
              name + "/' ORDER BY not_after",
          "SELECT 'item', headline, first_seen, last_seen, times_seen, versions FROM items WHERE url LIKE "
          "'%/of-" +
              name + "/'"}) {
      for (const std::string& line : rows(sql)) all.push_back(line);
    }
    return all;
  }

 private:
  int listings_ = 0;
};

TEST_F(HistoryOrder, EveryOrderOfFiveNightsGivesTheSameHistory) {
  const std::vector<Night> nights = {{"A", "one"}, {"B", "one"}, {"A", "one"}, {"A", "two"}, {"C", "two"}};
  std::vector<int> order(nights.size());
  std::iota(order.begin(), order.end(), 0);
  const Rows expected = history_of(listing_after(nights, order));
  ASSERT_EQ(expected.size(), 3U + 3U + 1U);
  while (std::next_permutation(order.begin(), order.end())) {
    ASSERT_EQ(history_of(listing_after(nights, order)), expected) << testing::PrintToString(order);
  }
}

TEST_F(HistoryOrder, AnOlderSightingSplitsAChangeInTwo) {
  show(day(1), page({card("a", "A")}));
  show(day(5), page({card("a", "C")}));
  const Applied applied = show(day(3), page({card("a", "B")}));
  EXPECT_EQ(applied.changed_items, 1);
  EXPECT_EQ(rows("SELECT before, after, not_before, not_after FROM changes ORDER BY not_after"),
            (Rows{"A|B|2024-03-01T12:00:00Z|2024-03-03T12:00:00Z",
                  "B|C|2024-03-03T12:00:00Z|2024-03-05T12:00:00Z"}));
}

TEST_F(HistoryOrder, AnOlderSightingLeavesTheLatestState) {
  show(day(5), page({card("a", "Latest")}));
  show(day(3), page({card("a", "Older")}, kOther));
  show(day(1), page({card("a", "Oldest")}));
  EXPECT_EQ(row("SELECT headline, first_seen, last_seen FROM items"),
            "Latest|2024-03-01T12:00:00Z|2024-03-05T12:00:00Z");
}

TEST_F(HistoryOrder, AnOlderPageLeavesTheListingsTitle) {
  show(day(5), page({card("a")}));
  Page older = page({card("a")});
  older.title = "Streams";
  show(day(1), older);
  EXPECT_EQ(row("SELECT title FROM listings"), "Rivers");
}

TEST_F(HistoryOrder, ItemsSeenCountsAnItemOnceARunInAnyOrder) {
  const RunId run = begin();
  for (const int d : {4, 2, 3}) ASSERT_TRUE(store().apply(run, capture(day(d)), page({card("a")}), {}));
  EXPECT_EQ(row("SELECT items_seen, items_new FROM runs"), "1|1");
}

}  // namespace
}  // namespace dekko
