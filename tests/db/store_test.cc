#include "db/store.h"

#include "tests/db/scene.h"

namespace dekko {
namespace {

class StoreTest : public Database {};

TEST_F(StoreTest, TheSameCaptureTwiceWritesNothing) {
  const RunId run = begin();
  const Applied first = *store().apply(run, capture(day(1)), page({card("a")}), {});
  const Applied again = *store().apply(run, capture(day(1)), page({card("b")}), {.next_page = 9});
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.capture_id, first.capture_id);
  EXPECT_EQ(row("SELECT count(*) FROM items"), "1");
  EXPECT_EQ(row("SELECT next_page FROM walk"), "1");
}

TEST_F(StoreTest, ACaptureIsItsMomentAddressAndPayload) {
  const RunId run = begin();
  ASSERT_TRUE(store().apply(run, capture(day(1)), page({card("a")}), {}));
  for (const Capture& other :
       {capture(day(1, 1)), capture(day(1), kListing + "page/2/"), capture(day(1), kListing, "bb")}) {
    EXPECT_FALSE(store().apply(run, other, page({card("a")}), {})->repeated);
  }
}

TEST_F(StoreTest, APageThatIsNotTheListingLeavesNoTraceInItems) {
  for (const Verdict verdict :
       {Verdict::kPastTheEnd, Verdict::kEmpty, Verdict::kNotAListing, Verdict::kUnrecognized}) {
    Page wall = page({card("a")}, "https://news.example/login");
    wall.title = "Please log in";
    wall.verdict = verdict;
    wall.problems = {{0, "page", "login", "Please log in"}};
    const Applied applied = *store().apply(begin(), capture(day(1, int(verdict))), wall, {});
    EXPECT_EQ(applied.new_items, 0);
  }
  EXPECT_EQ(rows("SELECT verdict FROM pages"),
            (Rows{"past_the_end", "empty", "not_a_listing", "unrecognized"}));
  EXPECT_EQ(row("SELECT count(*) FROM problems"), "4");
  EXPECT_EQ(rows("SELECT * FROM items UNION ALL SELECT id, url, title, description, pages, 0,0,0,0,0,0,0,0,0 "
                 "FROM listings"),
            Rows{"1|https://news.example/tag/rivers/|-|-|-|0|0|0|0|0|0|0|0|0"});
}

TEST_F(StoreTest, ProblemsOfPageCardsAndRunAreKept) {
  const RunId run = begin();
  Page shown = page({card("a")});
  shown.problems = {{2, "headline", "missing", "<li>"}};
  shown.cards.front().problems = {{1, "published", "in the future", "May 2099"}};
  ASSERT_TRUE(store().apply(run, capture(day(1)), shown, {}));
  ASSERT_TRUE(store().note_problem(run, {0, "page", "not fetched", "page 7"}));
  EXPECT_EQ(rows("SELECT * FROM problems"),
            (Rows{"1|1|2|headline|missing|<li>", "1|1|1|published|in the future|May 2099",
                  "1|-|0|page|not fetched|page 7"}));
  EXPECT_EQ(row("SELECT problems FROM runs"), "3");
}

TEST_F(StoreTest, ACaptureNamesItsRecord) {
  const RunId run = begin();
  ASSERT_TRUE(store().apply(run, capture(day(1)), page({card("a"), card("b")}), {}));
  EXPECT_EQ(row("SELECT * FROM pages"),
            "1|1|1|1|https://news.example/tag/rivers/"
            "|2024-03-01T12:00:00Z|200|listing|2|dekko-0001.warc.gz|100|2000|aa");
}

TEST_F(StoreTest, APlainFileHasNoOffset) {
  Capture plain = capture(day(1));
  plain.record = {"saved/page-1.html", 0, 0, "aa"};
  ASSERT_TRUE(store().apply(begin(), plain, page({card("a")}), {}));
  EXPECT_EQ(row("SELECT warc_file, warc_offset, warc_length FROM pages"), "saved/page-1.html|-|-");
}

TEST_F(StoreTest, AnAnswerThatIsNoPageIsACaptureWithoutVerdict) {
  Capture error = capture(day(1), kListing + "page/7/");
  error.status = 503;
  const RunId run = begin();
  const int64_t id = *store().note_capture(run, error, 7, {.next_page = 8, .missing = {7}});
  EXPECT_EQ(*store().note_capture(run, error, 7, {}), id);
  EXPECT_EQ(row("SELECT page, status, verdict, cards FROM pages"), "7|503|-|0");
  EXPECT_EQ(row("SELECT pages FROM runs"), "0");
}

TEST_F(StoreTest, AListingKeepsWhatALaterPageDoesNotSay) {
  Page silent = page({card("a")});
  silent.title.reset();
  silent.page_count.reset();
  silent.description = "About rivers";
  show(day(1), page({card("a")}));
  show(day(2), silent);
  EXPECT_EQ(row("SELECT * FROM listings"),
            "1|https://news.example/tag/rivers/|Rivers|About rivers|example|113|2024-03-01T12:00:00Z|"
            "2024-03-02T12:00:00Z");
}

TEST_F(StoreTest, ARunCountsWhatItDid) {
  show(day(1), page({card("a"), card("b")}));
  const RunId run = begin(kListing, day(2));
  ASSERT_TRUE(store().note_request(run, {.at = day(2),
                                         .url = kListing,
                                         .host = "news.example",
                                         .rule = "none",
                                         .bytes = 700,
                                         .outcome = "fetched"}));
  ASSERT_TRUE(store().note_request(run, {.at = day(2),
                                         .url = kListing,
                                         .host = "news.example",
                                         .rule = "delay",
                                         .bytes = 30,
                                         .outcome = "fetched"}));
  ASSERT_TRUE(store().apply(run, capture(day(2)), page({card("c"), card("a", "Rewritten")}), {}));
  ASSERT_TRUE(store().apply(run, capture(day(2, 9)), page({card("a", "Rewritten"), card("b")}), {}));
  ASSERT_TRUE(store().finish_run(run, {day(3), StopReason::kOnlyKnown, Coverage::kOpen}));
  EXPECT_EQ(row("SELECT * FROM runs WHERE id = 2"),
            "2|1|crawl|2024-03-02T12:00:00Z|2024-03-03T12:00:00Z|only_known|open|2|2|730|3|1|1|0|0|-");
}

TEST_F(StoreTest, TheLedgerIsKeptAsItWas) {
  const LedgerLine line{.at = day(1),
                        .url = kListing,
                        .host = "news.example",
                        .purpose = Purpose::kRecheck,
                        .waited = Seconds(4.5),
                        .rule = "crawl-delay",
                        .pause = Seconds(5),
                        .status = 0,
                        .bytes = 12,
                        .took = Seconds(0.25),
                        .address = "192.0.2.7",
                        .outcome = "timed_out"};
  ASSERT_TRUE(store().note_request(begin(), line));
  EXPECT_EQ(row("SELECT * FROM requests"),
            "1|2024-03-01T12:00:00Z|https://news.example/tag/rivers/"
            "|news.example|recheck|4.5|crawl-delay|-|12|0.25|"
            "timed_out|5.0|1709294400.0|192.0.2.7|0.0|-");
}

TEST_F(StoreTest, ARunThatDoesNotExistIsNotFound) {
  EXPECT_EQ(store().apply(7, capture(day(1)), page({card("a")}), {}).error().message(),
            file().string() + ": has no run 7");
  EXPECT_FALSE(store().note_request(7, {}));
  EXPECT_FALSE(store().finish_run(7, {day(1), StopReason::kBudget, Coverage::kPartial}));
  EXPECT_EQ(row("SELECT count(*) FROM capture"), "0");
}

TEST_F(StoreTest, HasSeenAListingThatStoredAPage) {
  const RunId run = begin();
  EXPECT_FALSE(*store().has_seen(kListing));
  Page wall = page({});
  wall.verdict = Verdict::kNotAListing;
  ASSERT_TRUE(store().apply(run, capture(day(1)), wall, {}));
  EXPECT_FALSE(*store().has_seen(kListing));
  ASSERT_TRUE(store().apply(run, capture(day(2)), page({card("a")}), {}));
  EXPECT_TRUE(*store().has_seen(kListing));
  EXPECT_FALSE(*store().has_seen(kOther));
}

}  // namespace
}  // namespace dekko
