// The rules of db/history.h, in the order of time. Other orders: history_order_test.cc.
#include "tests/db/scene.h"

namespace dekko {
namespace {

class History : public Database {};

Page read_by(Page shown, const std::string& fingerprint) {
  shown.profile_fingerprint = fingerprint;
  return shown;
}

TEST_F(History, AnItemShowsItsLatestState) {
  show(day(1), page({card("a", "Old")}));
  show(day(2), page({card("a", "New")}));
  EXPECT_EQ(
      row("SELECT url, headline, dek, kind, published, published_text, bylines, image FROM items"),
      "https://news.example/a/|New|What the ferryman says|News|2024-03-01|March 1, 2024|Ada O\u2019Moor|"
      "https://news.example/a.jpg");
  EXPECT_EQ(row("SELECT first_seen, last_seen, times_seen, versions, missing_since FROM items"),
            "2024-03-01T12:00:00Z|2024-03-02T12:00:00Z|2|2|-");
}

TEST_F(History, WhatIsAbsentIsNull) {
  Card bare;
  bare.url = "https://news.example/bare/";
  show(day(1), page({bare}));
  EXPECT_EQ(row("SELECT headline, dek, kind, published, published_text, bylines, image FROM items"),
            "-|-|-|-|-|-|-");
  EXPECT_EQ(rows("SELECT * FROM bylines"), Rows{});
}

TEST_F(History, AbsentAndEmptyAreTwoStates) {
  Card empty = card("a");
  empty.dek = "";
  Card absent = card("a");
  absent.dek.reset();
  show(day(1), page({empty}));
  show(day(2), page({absent}));
  EXPECT_EQ(rows("SELECT field, before, after FROM changes"), Rows{"dek||-"});
}

TEST_F(History, AnUnchangedItemIsOneVersionAndNoChange) {
  for (int d = 1; d <= 4; ++d) show(day(d), page({card("a")}));
  EXPECT_EQ(row("SELECT count(*), min(first_seen), max(last_seen) FROM versions"),
            "1|2024-03-01T12:00:00Z|2024-03-04T12:00:00Z");
  EXPECT_EQ(row("SELECT count(*) FROM changes"), "0");
  EXPECT_EQ(row("SELECT count(*) FROM sightings"), "4");
}

TEST_F(History, AChangeLiesBetweenTheLastOldAndTheFirstNewSighting) {
  show(day(1), page({card("a", "Old")}));
  show(day(2), page({card("a", "Old")}));
  show(day(5), page({card("a", "New")}));
  show(day(6), page({card("a", "New")}));
  EXPECT_EQ(rows("SELECT item_id, url, field, before, after, not_before, not_after, capture_id FROM changes"),
            Rows{"1|https://news.example/a/|headline|Old|New|2024-03-02T12:00:00Z|2024-03-05T12:00:00Z|3"});
}

TEST_F(History, EachFieldThatChangedIsARow) {
  show(day(1), page({card("a")}));
  Card c;
  c.url = card("a").url;
  c.bylines = {{"Ada", "ada"}, {"Bo", "bo"}};
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT field, before, after FROM changes ORDER BY field"),
            (Rows{"bylines|Ada O\u2019Moor|Ada; Bo", "dek|What the ferryman says|-",
                  "headline|A bridge opens|-", "image|https://news.example/a.jpg|-", "kind|News|-",
                  "published|2024-03-01|-", "published_text|March 1, 2024|-"}));
}

TEST_F(History, AStateThatComesBackIsTheVersionThatItWas) {
  for (const auto& [d, headline] : {std::pair(1, "A"), {2, "B"}, {3, "A"}})
    show(day(d), page({card("a", headline)}));
  EXPECT_EQ(rows("SELECT headline, first_seen, last_seen, capture_id FROM versions"),
            (Rows{"A|2024-03-01T12:00:00Z|2024-03-03T12:00:00Z|1",
                  "B|2024-03-02T12:00:00Z|2024-03-02T12:00:00Z|2"}));
  EXPECT_EQ(rows("SELECT before, after FROM changes ORDER BY not_after"), (Rows{"A|B", "B|A"}));
  EXPECT_EQ(row("SELECT headline, versions, times_seen FROM items"), "A|2|3");
}

TEST_F(History, TwoListingsThatDifferMakeTwoVersionsAndNoChange) {
  show(day(1), page({card("a", "In rivers")}));
  show(day(2), page({card("a", "In bridges")}, kOther));
  show(day(3), page({card("a", "In rivers")}));
  EXPECT_EQ(rows("SELECT listing_id, headline FROM versions"), (Rows{"1|In rivers", "2|In bridges"}));
  EXPECT_EQ(row("SELECT count(*) FROM changes"), "0");
  EXPECT_EQ(row("SELECT headline, times_seen, versions FROM items"), "In rivers|3|2");
}

TEST_F(History, ADifferenceMadeByANewProfileIsNoChange) {
  show(day(1), page({card("a", "Glued")}));
  const Applied applied = show(day(2), read_by(page({card("a", "Apart")}), "two"));
  EXPECT_EQ(applied.changed_items, 0);
  EXPECT_EQ(row("SELECT count(*) FROM changes"), "0");
  EXPECT_EQ(row("SELECT count(*) FROM versions"), "2");
  show(day(3), read_by(page({card("a", "Rewritten")}), "two"));
  EXPECT_EQ(rows("SELECT before, after FROM changes"), Rows{"Apart|Rewritten"});
}

TEST_F(History, AChangeSaysOfWhichKindItIs) {
  show(day(1), page({card("a", "Old \"mill\"")}));
  Card c = card("a", "Old 'Mill'");
  c.dek = "What the miller says";
  c.dek_key = *c.dek;
  c.kind = "Opinion";
  c.bylines = {{"Bo", "bo"}};
  c.published = "2024-03-02";
  c.published_text = "March 2, 2024";
  c.image = "https://news.example/b.jpg";
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT field, kind FROM changes ORDER BY field"),
            (Rows{"bylines|byline", "dek|text", "headline|typography", "image|image", "kind|text",
                  "published|date", "published_text|date"}));
}

TEST_F(History, ASpellingOfTheSameAuthorsIsTypography) {
  show(day(1), page({card("a")}));
  Card c = card("a");
  c.bylines = {{"ADA O'MOOR", "ada o'moor"}};
  c.published_text = "1 March 2024";
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT field, kind FROM changes ORDER BY field"),
            (Rows{"bylines|typography", "published_text|typography"}));
}

TEST_F(History, TheSameAuthorsInAnotherOrderAreAChangedByline) {
  Card c = card("a");
  c.bylines = {{"Ada", "ada"}, {"Bo", "bo"}};
  show(day(1), page({c}));
  std::swap(c.bylines[0], c.bylines[1]);
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT field, kind FROM changes"), Rows{"bylines|byline"});
}

TEST_F(History, TheFirstPositionOfARepeatedItemCounts) {
  const Applied applied = show(day(1), page({card("b"), card("a", "First"), card("a", "Second")}));
  EXPECT_EQ(applied.new_items, 2);
  EXPECT_EQ(rows("SELECT item_id, position FROM sightings"), (Rows{"1|1", "2|2"}));
  EXPECT_EQ(row("SELECT headline FROM items WHERE url LIKE '%/a/'"), "First");
  EXPECT_EQ(row("SELECT items_seen FROM runs"), "2");
}

TEST_F(History, AppliedTellsNewKnownAndChanged) {
  const Applied first = show(day(1), page({card("a"), card("b")}));
  EXPECT_EQ(first.new_items, 2);
  EXPECT_EQ(first.known_items, 0);
  const Applied second = show(day(2), page({card("c"), card("a", "Rewritten"), card("b")}));
  EXPECT_EQ(second.new_items, 1);
  EXPECT_EQ(second.known_items, 2);
  EXPECT_EQ(second.changed_items, 1);
}

TEST_F(History, AnItemKnownFromAnotherListingIsNeitherNewNorKnownHere) {
  show(day(1), page({card("a")}));
  const Applied applied = show(day(2), page({card("a")}, kOther));
  EXPECT_EQ(applied.new_items, 0);
  EXPECT_EQ(applied.known_items, 0);
}

TEST_F(History, BylinesAreTheLatestStatesAndShareTheirKey) {
  show(day(1), page({card("a")}));
  Card c = card("a");
  c.bylines = {{"Bo Ng", "bo ng"}, {"Ada O'Moor", "ada o'moor"}};
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT * FROM bylines ORDER BY position"),
            (Rows{"1|1|Bo Ng|bo ng", "1|2|Ada O'Moor|ada o'moor"}));
  EXPECT_EQ(row("SELECT count(*), count(DISTINCT key) FROM author"), "3|2");
}

TEST_F(History, AnAuthorsKeyFollowsTheLatestFolding) {
  show(day(1), page({card("a")}));
  Card c = card("b");
  c.bylines.front().key = "ada omoor";
  show(day(2), page({c}));
  EXPECT_EQ(rows("SELECT DISTINCT author_key FROM bylines"), Rows{"ada omoor"});
}

TEST_F(History, TwoCapturesWithinASecondStayApart) {
  show(day(1, 100), page({card("a", "Old")}));
  show(day(1, 900), page({card("a", "New")}));
  EXPECT_EQ(row("SELECT before, after, not_before = not_after FROM changes"), "Old|New|1");
}

TEST_F(History, AtEqualMomentsTheHigherCaptureIsTheLatest) {
  show(day(1), page({card("a", "Old")}));
  Page second = page({card("a", "New")});
  second.url = kListing + "page/2/";
  show(day(1), second);
  EXPECT_EQ(row("SELECT headline FROM items"), "New");
}

TEST_F(History, SearchFollowsTheLatestState) {
  const auto hits = [this](const std::string& words) {
    return rows(
        "SELECT items.headline FROM items_fts JOIN items ON items.id = items_fts.rowid WHERE items_fts MATCH "
        "'" +
        words + "'");
  };
  show(day(1), page({card("a", "Ferry sinks"), card("b", "Bridge opens")}));
  show(day(2), page({card("a", "Ferry raised")}));
  EXPECT_EQ(hits("sinks"), Rows{});
  EXPECT_EQ(hits("raised"), Rows{"Ferry raised"});
  EXPECT_EQ(hits("headline:bridge AND bylines:moor").size(), 1U);
}

TEST_F(History, ScriptsWithoutSpacesAreFoundByAnyThreeLetters) {
  show(day(1), page({card("a", "\uC11C\uC6B8\uC2DC\uAC00 \uB2E4\uB9AC\uB97C"), card("b")}));
  const std::string find = "SELECT rowid FROM items_trigram WHERE items_trigram MATCH '\uC6B8\uC2DC\uAC00'";
  EXPECT_EQ(rows(find), Rows{"1"});
  EXPECT_EQ(rows("SELECT id FROM items_unspaced"), Rows{"1"});
  show(day(2), page({card("a", "A bridge")}));
  EXPECT_EQ(rows(find), Rows{});
  close();
  SQLite::Database db(file(), SQLite::OPEN_READWRITE);
  EXPECT_NO_THROW(db.exec("INSERT INTO items_trigram (items_trigram, rank) VALUES ('integrity-check', 1)"));
}

TEST_F(History, SearchIndexStaysTrueToTheItems) {
  for (int d = 1; d <= 6; ++d) {
    show(day(d),
         page({card("a", d % 2 ? "Odd" : "Even"), card("n" + std::to_string(d))}, d % 3 ? kListing : kOther));
  }
  show(day(1, 500), page({card("a", "Between")}));
  close();
  SQLite::Database db(file(), SQLite::OPEN_READWRITE);
  EXPECT_NO_THROW(db.exec("INSERT INTO items_fts (items_fts, rank) VALUES ('integrity-check', 1)"));
}

}  // namespace
}  // namespace dekko
