// Pages that were stored before, read anew: the database says what it would had they been read so at once.
#include "tests/db/scene.h"

namespace dekko {
namespace {

class Rereadings : public Database {
 protected:
  Page without_bylines(std::vector<Card> cards, const std::string& fingerprint) {
    for (Card& one : cards) one.bylines.clear();
    Page shown = page(std::move(cards));
    shown.profile_fingerprint = fingerprint;
    return shown;
  }
  Page with(std::vector<Card> cards, const std::string& fingerprint) {
    Page shown = page(std::move(cards));
    shown.profile_fingerprint = fingerprint;
    return shown;
  }
  // Everything but row numbers.
  Rows facts() const {
    Rows all = rows(
        "SELECT url, headline, bylines, first_seen, last_seen, times_seen, versions FROM items ORDER BY 1");
    for (const char* more :
         {"SELECT url, field, before, after, not_before, not_after FROM changes ORDER BY 1, 2, 5",
          "SELECT url, page, position, seen_at FROM sightings JOIN items ON items.id = item_id ORDER BY 4, 3",
          "SELECT items.url FROM items_fts JOIN items ON items.id = items_fts.rowid "
          "WHERE items_fts MATCH 'moor' ORDER BY 1"}) {
      const Rows some = rows(more);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }
};

TEST_F(Rereadings, GiveWhatReadingSoAtOnceGives) {
  const std::vector<std::vector<Card>> nights = {{card("a"), card("b")},
                                                 {card("c", "New"), card("a", "Edited")}};
  for (int night = 0; night < 2; ++night) show(day(night + 1), without_bylines(nights[size_t(night)], "old"));
  const Rows ids = rows("SELECT url, id FROM items ORDER BY 1");
  for (int night = 0; night < 2; ++night)
    ASSERT_TRUE(store().reread(capture(day(night + 1)), with(nights[size_t(night)], "new")));
  const Rows reread = facts();
  EXPECT_EQ(rows("SELECT url, id FROM items ORDER BY 1"), ids);
  EXPECT_EQ(rows("PRAGMA foreign_key_check"), Rows{});
  EXPECT_EQ(row("SELECT count(*) FROM version WHERE bylines IS NULL"), "0");
  EXPECT_EQ(row("SELECT sum(items_seen) FROM runs"), "4");
  close();
  std::filesystem::remove(file());
  for (int night = 0; night < 2; ++night) show(day(night + 1), with(nights[size_t(night)], "new"));
  EXPECT_EQ(reread, facts());
}

TEST_F(Rereadings, OfAPageThatIsNoListingLeaveNoTraceInItems) {
  show(day(1), page({card("a"), card("b")}));
  show(day(2), page({card("a")}));
  Page login = page({});
  login.verdict = Verdict::kNotAListing;
  login.problems = {{0, "verdict", "login"}};
  ASSERT_TRUE(store().reread(capture(day(1)), login));
  EXPECT_EQ(rows("SELECT url, times_seen FROM items"), Rows{"https://news.example/a/|1"});
  EXPECT_EQ(row("SELECT verdict FROM pages WHERE fetched_at LIKE '2024-03-01%'"), "not_a_listing");
  EXPECT_EQ(row("SELECT reason FROM problems"), "login");
  EXPECT_EQ(rows("PRAGMA foreign_key_check"), Rows{});
  EXPECT_EQ(row("SELECT count(*) FROM items_fts"), "1");
}

TEST_F(Rereadings, BringInWhatHadBeenSetAside) {
  Page strange = page({card("a")});
  strange.verdict = Verdict::kUnrecognized;
  show(day(1), strange);
  ASSERT_EQ(row("SELECT count(*) FROM items"), "0");
  ASSERT_TRUE(store().reread(capture(day(1)), page({card("a")})));
  EXPECT_EQ(row("SELECT url FROM items"), "https://news.example/a/");
}

TEST_F(Rereadings, KeepAChangeOfTheSite) {
  show(day(1), without_bylines({card("a", "Old")}, "old"));
  show(day(2), without_bylines({card("a", "New")}, "old"));
  ASSERT_TRUE(store().reread(capture(day(2)), with({card("a", "New")}, "new")));
  EXPECT_EQ(row("SELECT count(*) FROM changes"), "0");  // read in two ways
  ASSERT_TRUE(store().reread(capture(day(1)), with({card("a", "Old")}, "new")));
  EXPECT_EQ(rows("SELECT field, before, after FROM changes"), Rows{"headline|Old|New"});
}

TEST_F(Rereadings, OfWhatWasNeverStoredAreRefused) {
  begin();
  const auto refused = store().reread(capture(day(1)), page({card("a")}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kNotFound);
}

class Memories : public Database {};

TEST_F(Memories, PinOneProfileToAListing) {
  begin();
  EXPECT_FALSE(store().memory().pinned(kListing).value());
  ASSERT_TRUE(store().pin_profile(
      kListing, {.name = "a", .toml = "name = \"a\"", .fingerprint = "f", .since = day(1)}));
  ASSERT_TRUE(store().pin_profile(kListing, {.name = "b", .toml = "name = \"b\"", .since = day(2)}));
  const PinnedProfile pinned = store().memory().pinned(kListing).value().value();
  EXPECT_EQ(pinned.name + pinned.toml + pinned.fingerprint, "bname = \"b\"");
  EXPECT_EQ(pinned.since, day(2));
  EXPECT_FALSE(store().memory().pinned(kOther).value());
  EXPECT_EQ(ListingMemory::open(file()).value().all_pinned().value().size(), 1u);
}

TEST_F(Memories, KnowTheShapeOfEachPageAsTheCardsGiveIt) {
  Card bare = card("b", "Short");
  bare.dek.reset();
  bare.bylines.clear();
  bare.published = "2024-02-01T10:00:00Z";
  const Page shown = page({card("a"), bare, card("c")});
  show(day(1), shown);
  const auto shapes = store().memory().shapes(kListing, "one").value();
  ASSERT_EQ(shapes.size(), 1u);
  const PageShape expected = shape_of(shown, day(1));
  EXPECT_EQ(shapes[0].seen, expected.seen);
  EXPECT_EQ(shapes[0].with, expected.with);
  EXPECT_EQ(shapes[0].headline_letters, expected.headline_letters);
  EXPECT_EQ(shapes[0].dek_letters, expected.dek_letters);
  EXPECT_EQ(shapes[0].pairs, 2);
  EXPECT_EQ(shapes[0].falling, expected.falling);
  EXPECT_TRUE(store().memory().shapes(kListing, "another").value().empty());
}

TEST_F(Memories, GiveItemsAsTheListingShowedThemLast) {
  show(day(1), page({card("a", "Old"), card("b")}));
  show(day(2), page({card("a", "New")}));
  show(day(3), page({card("a", "Elsewhere")}, kOther));
  const auto known = store().memory().known(kListing, {card("a").url, card("z").url}).value();
  ASSERT_EQ(known.size(), 1u);
  EXPECT_EQ(known[0].headline, "New");
  EXPECT_EQ(known[0].bylines.size(), 1u);
  EXPECT_EQ(store().memory().latest(kListing, 10).value().front().url, card("a").url);
  EXPECT_EQ(store().memory().latest(kListing, 1).value().size(), 1u);
  EXPECT_EQ(store().memory().pages(kListing).value().size(), 2u);
  EXPECT_EQ(store().memory().pages("").value().size(), 3u);
}

}  // namespace
}  // namespace dekko
