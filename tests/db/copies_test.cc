// A page that did not change is seen again without being read, and what earlier runs had is there for the
// next.
#include "db/recall.h"
#include "tests/db/scene.h"

namespace dekko {
namespace {

class Copies : public Database {
 protected:
  // The page of two cards, stored on day 1 with validators.
  void SetUp() override {
    Capture first = capture(day(1));
    first.etag = "\"one\"";
    first.last_modified = "Fri, 01 Mar 2024 12:00:00 GMT";
    Page shown = page({card("a"), card("b")});
    shown.next = kListing + "page/2/";
    ASSERT_TRUE(store().apply(begin(), first, shown, {}));
  }
  PageCopy copy() { return **store().copy_of(kListing, Url::parse(kListing).value()); }
  Applied again(Moment at) {
    Capture unchanged = capture(at);
    unchanged.status = 304;
    unchanged.record.offset = 5000;
    return *store().apply_again(begin(kListing, at), unchanged, copy(), 1, {});
  }
};

TEST_F(Copies, APageIsKeptWithWhatItShowedAndItsValidators) {
  const PageCopy kept = copy();
  EXPECT_EQ(kept.etag, "\"one\"");
  EXPECT_EQ(kept.last_modified, "Fri, 01 Mar 2024 12:00:00 GMT");
  EXPECT_EQ(kept.page_count, 113);
  EXPECT_EQ(kept.next, kListing + "page/2/");
  EXPECT_EQ(kept.profile_fingerprint, "one");
  EXPECT_EQ(kept.fetched_at, day(1));
  EXPECT_EQ(kept.record.sha256, "aa");
  EXPECT_EQ(kept.urls, (Rows{"https://news.example/a/", "https://news.example/b/"}));
}

TEST_F(Copies, APageThatLeadsOnByScriptStillDoesWhenItIsUnchanged) {
  EXPECT_FALSE(copy().leads_on);
  Page shown = page({card("a")});
  shown.problems.push_back({0, "next", "next_needs_script", "Load more"});
  ASSERT_TRUE(store().apply(begin(), capture(day(2)), shown, {}));
  EXPECT_TRUE(copy().leads_on);
  again(day(3));
  EXPECT_TRUE(copy().leads_on);
}

TEST_F(Copies, NothingIsKnownOfAPageThatWasNeverStored) {
  EXPECT_FALSE(*store().copy_of(kListing, Url::parse(kListing + "page/2/").value()));
  EXPECT_FALSE(*store().copy_of(kOther, Url::parse(kListing).value()));
}

TEST_F(Copies, AnUnchangedPageAddsSightingsAndNoVersion) {
  const Applied applied = again(day(2));
  EXPECT_EQ(applied.known_items, 2);
  EXPECT_EQ(applied.new_items + applied.changed_items, 0);
  EXPECT_EQ(row("SELECT count(*), min(times_seen), max(last_seen) FROM items"), "2|2|2024-03-02T12:00:00Z");
  EXPECT_EQ(row("SELECT count(*) FROM versions"), "2");
  EXPECT_EQ(row("SELECT group_concat(position) FROM sightings WHERE run_id = 2"), "1,2");
  EXPECT_EQ(row("SELECT status, verdict, cards, warc_offset, sha256 FROM pages WHERE run_id = 2"),
            "304|listing|2|5000|aa");
  EXPECT_EQ(row("SELECT items_seen FROM runs WHERE id = 2"), "2");
}

TEST_F(Copies, AnUnchangedPageStaysACopyOfTheCaptureWithTheBody) {
  again(day(2));
  EXPECT_EQ(copy().fetched_at, day(1));
  EXPECT_EQ(copy().etag, "\"one\"");
  EXPECT_EQ(again(day(3)).known_items, 2);
}

TEST_F(Copies, AnUnchangedPageBringsBackTheStateThatItShows) {
  Page other = page({card("a", "Rewritten")});
  other.url = kListing + "page/2/";
  ASSERT_TRUE(store().apply(begin(), capture(day(2), other.url), other, {}));
  EXPECT_EQ(again(day(3)).changed_items, 1);
  EXPECT_EQ(row("SELECT headline FROM items WHERE url LIKE '%/a/'"), "A bridge opens");
  EXPECT_EQ(row("SELECT count(*) FROM versions"), "3");
}

TEST_F(Copies, ALaterAnswerTakesThePlaceOfAnEarlierOneOnly) {
  const RunId run = begin();
  ASSERT_TRUE(store().apply(run, capture(day(5), kListing, "bb"), page({card("c")}), {}));
  ASSERT_TRUE(store().apply(run, capture(day(4), kListing, "cc"), page({card("d")}), {}));
  EXPECT_EQ(copy().record.sha256, "bb");
}

TEST_F(Copies, RobotsAreKeptForEachOrigin) {
  const RobotsCopy rules{.body = "User-agent: *\n", .read = day(1), .etag = "\"r\""};
  ASSERT_TRUE(store().keep_robots(RunId{}, "https://h.example", rules));
  ASSERT_TRUE(store().keep_robots(RunId{}, "https://h.example", {.absent = true, .read = day(2)}));
  const Recall recall = *Recall::open(file());
  const RobotsCopy kept = **recall.robots("https://h.example");
  EXPECT_TRUE(kept.absent);
  EXPECT_EQ(kept.read, day(2));
  EXPECT_FALSE(*recall.robots("http://h.example"));
}

TEST_F(Copies, TheLastRequestOfAHostIsRecalled) {
  for (const int minute : {5, 3}) {
    ASSERT_TRUE(store().note_request(1, {.at = day(1, minute * 60'000),
                                         .url = kListing,
                                         .host = "h",
                                         .rule = "delay",
                                         .status = 400 + minute,
                                         .took = Seconds(2),
                                         .asked_for = Seconds(60),
                                         .outcome = "http_error"}));
  }
  const Recall recall = *Recall::open(file());
  const LedgerLine last = **recall.last_request("h");
  EXPECT_EQ(last.at, day(1, 5 * 60'000));
  EXPECT_EQ(last.status, 405);
  EXPECT_EQ(last.asked_for, Seconds(60));
  EXPECT_FALSE(*recall.last_request("other"));
}

TEST_F(Copies, StepsTakenTogetherAreStoredTogetherOrNotAtAll) {
  const Result<void> failed = store().together([&]() -> Result<void> {
    EXPECT_TRUE(
        store().note_request(1, {.at = day(1), .url = "u", .host = "h", .rule = "none", .outcome = "x"}));
    return Error{ErrorCode::kIo, "disk", "is full"};
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(row("SELECT count(*) FROM requests"), "0");
  EXPECT_TRUE(
      store().note_request(1, {.at = day(1), .url = "u", .host = "h", .rule = "none", .outcome = "x"}));
  EXPECT_EQ(row("SELECT count(*) FROM requests"), "1");
}

}  // namespace
}  // namespace dekko
