// The ready questions: each as an analyst asks it, answered from a small history whose truth is plain.
#include "tests/db/scene.h"

namespace dekko {
namespace {

class Questions : public Database {
 protected:
  static Card by(Card c, std::vector<Author> authors) {
    c.bylines = std::move(authors);
    return c;
  }
  static Card dated(Card c, const std::string& published) {
    c.published = published;
    return c;
  }
  // What the walk does once the absence of an item is proven.
  void prove_missing(const std::string& slug, int d) {
    close();
    SQLite::Database db(file(), SQLite::OPEN_READWRITE);
    SQLite::Statement set(db, "UPDATE item SET missing_since = ? WHERE url = ?");
    set.bind(1, to_text_ms(day(d)));
    set.bind(2, card(slug).url);
    set.exec();
  }
};

TEST_F(Questions, NewSinceYesterdayCountsFromTheNewestCapture) {
  show(day(1), page({card("old")}));
  show(day(4), page({card("old"), card("yesterday")}));
  show(day(5), page({card("old"), card("yesterday"), card("today")}));
  EXPECT_EQ(rows("SELECT url, first_seen, capture_id FROM new_since_yesterday ORDER BY item_id"),
            (Rows{"https://news.example/yesterday/|2024-03-04T12:00:00Z|2",
                  "https://news.example/today/|2024-03-05T12:00:00Z|3"}));
}

TEST_F(Questions, HeadlineEditsLeaveTypographyOut) {
  show(day(1), page({card("a", "The \"Old\" Mill"), card("b", "Ferry sinks")}));
  show(day(2), page({card("a", "The 'old' mill"), card("b", "Ferry raised")}));
  EXPECT_EQ(rows("SELECT item_id, before, after, not_before, not_after, before_capture_id, after_capture_id "
                 "FROM headline_edits"),
            Rows{"2|Ferry sinks|Ferry raised|2024-03-01T12:00:00Z|2024-03-02T12:00:00Z|1|2"});
}

TEST_F(Questions, AHeadlineThatAppearsIsAnEdit) {
  Card bare;
  bare.url = card("a").url;
  show(day(1), page({bare}));
  show(day(2), page({card("a", "At last")}));
  EXPECT_EQ(rows("SELECT before, after FROM headline_edits"), Rows{"-|At last"});
}

TEST_F(Questions, VanishedNamesBothProofs) {
  show(day(1), page({card("a"), card("b")}));
  show(day(2), page({card("a"), card("b")}));
  show(day(4), page({card("b")}));
  prove_missing("a", 4);
  EXPECT_EQ(rows("SELECT item_id, last_seen, missing_since, returned, seen_capture_id, gone_capture_id FROM "
                 "vanished"),
            Rows{"1|2024-03-02T12:00:00Z|2024-03-04T12:00:00Z|-|2|3"});
}

TEST_F(Questions, AnItemThatComesBackKeepsItsAbsence) {
  show(day(1), page({card("a"), card("b")}));
  show(day(2), page({card("b")}));
  prove_missing("a", 2);
  show(day(5), page({card("a"), card("b")}));
  EXPECT_EQ(row("SELECT missing_since FROM items WHERE id = 1"), "-");
  EXPECT_EQ(rows("SELECT last_seen, missing_since, returned FROM vanished"),
            Rows{"2024-03-01T12:00:00Z|2024-03-02T12:00:00Z|2024-03-05T12:00:00Z"});
  prove_missing("a", 7);
  EXPECT_EQ(row("SELECT count(*), count(returned) FROM vanished"), "2|1");
}

TEST_F(Questions, ALateSightingFromBeforeTheAbsenceEndsNothing) {
  show(day(1), page({card("a"), card("b")}));
  show(day(5), page({card("b")}));
  prove_missing("a", 5);
  show(day(3), page({card("a")}));
  EXPECT_EQ(row("SELECT missing_since FROM items WHERE id = 1"), "2024-03-05T12:00:00Z");
  EXPECT_EQ(rows("SELECT last_seen, returned FROM vanished"), Rows{"2024-03-03T12:00:00Z|-"});
}

TEST_F(Questions, PostsAreCountedByTheDayThatTheyShow) {
  Card undated = card("d");
  undated.published.reset();
  show(day(9), page({dated(card("a"), "2024-03-03"), dated(card("b"), "2024-03-04"),
                     dated(card("c"), "2024-03-04T23:30:00-05:00"), undated}));
  EXPECT_EQ(rows("SELECT * FROM posts_per_day"), (Rows{"2024-03-03|1", "2024-03-04|2"}));
  EXPECT_EQ(rows("SELECT * FROM posts_per_week"), (Rows{"2024-02-26|1", "2024-03-04|2"}));
}

TEST_F(Questions, SpellingsOfOneAuthorAreOneRow) {
  show(day(1), page({card("a"), by(card("b"), {{"Ada O'Moor", "ada o'moor"}}), card("c"),
                     by(card("d"), {{"Bo", "bo"}, {"Ada O'Moor", "ada o'moor"}})}));
  show(day(2), page({by(card("e"), {{"Ada O'Moor", "ada o'moor"}})}));
  EXPECT_EQ(rows("SELECT author, spellings, items FROM authors ORDER BY items DESC"),
            (Rows{"Ada O'Moor|2|5", "Bo|1|1"}));
}

TEST_F(Questions, CoauthorsAreNamedOnceAPair) {
  const Author ada{"Ada", "ada"}, bo{"Bo", "bo"}, cy{"Cy", "cy"};
  show(day(1), page({by(card("a"), {ada, bo}), by(card("b"), {bo, ada}), by(card("c"), {ada, bo, cy})}));
  EXPECT_EQ(rows("SELECT author, coauthor, items FROM coauthors ORDER BY items DESC, 1, 2"),
            (Rows{"Ada|Bo|3", "Ada|Cy|1", "Bo|Cy|1"}));
}

TEST_F(Questions, DelaysLeaveOutWhatWasThereBeforeTheWatch) {
  show(day(1), page({card("before")}));
  show(day(3), page({dated(card("timed"), "2024-03-03T06:30:00Z"), dated(card("day"), "2024-03-02")}));
  EXPECT_EQ(rows("SELECT url, hours, days FROM sighting_delays ORDER BY item_id"),
            (Rows{"https://news.example/timed/|5.5|0", "https://news.example/day/|-|1"}));
}

TEST_F(Questions, AStayOnPageOneHasTwoBounds) {
  show(day(1), page({card("a"), card("b")}));
  show(day(2), page({card("a"), card("b")}));
  show(day(3), page({card("c"), card("b")}));
  EXPECT_EQ(rows("SELECT item_id, first_seen, last_seen, left_not_after, hours_at_least, hours_at_most "
                 "FROM page_one_stays ORDER BY item_id"),
            (Rows{"1|2024-03-01T12:00:00Z|2024-03-02T12:00:00Z|2024-03-03T12:00:00Z|24.0|48.0",
                  "2|2024-03-01T12:00:00Z|2024-03-03T12:00:00Z|-|48.0|-",
                  "3|2024-03-03T12:00:00Z|2024-03-03T12:00:00Z|-|0.0|-"}));
}

TEST_F(Questions, CoverageTellsTheShareOfThePages) {
  show(day(1), page({card("a")}));
  begin(kListing, day(2));
  EXPECT_EQ(rows("SELECT run_id, coverage, pages, of_pages, share FROM coverage_by_run"),
            (Rows{"1|complete|1|113|0.009", "2|-|-|113|-"}));
}

TEST_F(Questions, FieldHealthIsOfEachListingsLastRunWithCards) {
  Card bare;
  bare.url = "https://news.example/bare/";
  show(day(1), page({bare}));
  show(day(2), page({card("a"), bare}));
  begin(kListing, day(3));
  EXPECT_EQ(rows("SELECT run_id, field, cards, filled, share FROM field_health WHERE field = 'dek'"),
            Rows{"2|dek|2|1|0.5"});
  EXPECT_EQ(row("SELECT count(*) FROM field_health"), "7");
}

}  // namespace
}  // namespace dekko
