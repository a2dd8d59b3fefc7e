#include "db/reading.h"

#include "tests/db/scene.h"

namespace dekko {
namespace {

class ReadingTest : public Database {
 protected:
  Reading reading() {
    store();
    return *Reading::open(file());
  }
  // The rows of an export, or the message of its error.
  Rows exported(const ExportQuery& query) {
    Rows lines;
    const Result<void> done = reading().each_row(
        query, [&](const std::vector<std::string>& columns) { head_ = columns; },
        [&](const std::vector<Value>& values) { lines.push_back(line(values)); });
    if (!done) {
      EXPECT_EQ(done.error().code, ErrorCode::kUsage);
      return {done.error().message()};
    }
    return lines;
  }
  static std::string line(const std::vector<Value>& values) {
    std::string text;
    for (const Value& value : values) text += (text.empty() ? "" : "|") + std::visit(Print(), value);
    return text;
  }
  std::vector<std::string> head_;

 private:
  struct Print {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(int64_t value) const { return "i" + std::to_string(value); }
    std::string operator()(double value) const { return "d" + std::to_string(value); }
    std::string operator()(const std::string& value) const { return value; }
  };
};

TEST_F(ReadingTest, RowsKeepTheirTypes) {
  const RunId run = begin();
  ASSERT_TRUE(store().note_request(run, {.at = day(1),
                                         .url = "u",
                                         .host = "h",
                                         .waited = Seconds(1.5),
                                         .rule = "delay",
                                         .bytes = 3,
                                         .outcome = "timed_out"}));
  EXPECT_EQ(exported({.view = "requests"}),
            Rows{"i1|2024-03-01T12:00:00Z|u|h|page|d1.500000|delay|null|i3|d0.000000|timed_out|d0.000000|"
                 "d1709294400.000000|null|d0.000000|null"});
}

TEST_F(ReadingTest, TheHeadComesOnceEvenWithoutRows) {
  EXPECT_EQ(exported({.view = "bylines"}), Rows{});
  EXPECT_EQ(head_, (Rows{"item_id", "position", "author", "author_key"}));
}

TEST_F(ReadingTest, EveryViewCanBeReadOut) {
  show(day(1), page({card("a")}));
  show(day(2), page({card("a", "New")}));
  for (const std::string& view : Reading::views()) {
    EXPECT_EQ(exported({.view = view}).size(), size_t(std::stoi(row("SELECT count(*) FROM " + view))))
        << view;
  }
}

TEST_F(ReadingTest, SinceLooksAtEachViewsOwnMoment) {
  show(day(1), page({card("a")}));
  show(day(3), page({card("a", "New"), card("b")}));
  const auto since = [&](const std::string& view) {
    return exported({.view = view, .since = "2024-03-02"}).size();
  };
  EXPECT_EQ(since("items"), 1U);
  EXPECT_EQ(since("versions"), 2U);
  EXPECT_EQ(since("changes"), 1U);
  EXPECT_EQ(since("sightings"), 2U);
  EXPECT_EQ(since("listings"), 1U);
  EXPECT_EQ(since("runs"), 1U);
  EXPECT_EQ(since("pages"), 1U);
}

TEST_F(ReadingTest, SinceTakesAMomentWithAnOffset) {
  show(day(1), page({card("a")}));
  EXPECT_EQ(exported({.view = "items", .since = "2024-03-01T21:00:00+09:00"}).size(), 1U);
  EXPECT_EQ(exported({.view = "items", .since = "2024-03-01T21:00:01+09:00"}).size(), 0U);
}

TEST_F(ReadingTest, SinceThatMakesNoSenseIsRefused) {
  EXPECT_EQ(exported({.view = "items", .since = "yesterday"}),
            Rows{"yesterday: is not a date; write 2024-03-19 or 2024-03-19T08:15:30Z"});
  EXPECT_EQ(exported({.view = "items", .since = "2024-02-30"}).front().substr(0, 28),
            "2024-02-30: is not a date; w");
  EXPECT_EQ(exported({.view = "bylines", .since = "2024-03-19"}),
            Rows{"bylines: has no moment that --since could look at; use --where, or join it with another "
                 "view in SQL"});
}

TEST_F(ReadingTest, AnUnknownViewNamesTheKnownOnes) {
  EXPECT_EQ(
      exported({.view = "itemz"}),
      Rows{"itemz: there is no such view; did you mean items? the views are items, bylines, versions, "
           "changes, sightings, listings, runs, pages, requests, problems, items_fts, new_since_yesterday, "
           "headline_edits, vanished, posts_per_day, posts_per_week, authors, coauthors, sighting_delays, "
           "page_one_stays, coverage_by_run, gaps, field_health, about"});
}

TEST_F(ReadingTest, WhereIsACondition) {
  show(day(1), page({card("a", "Ferry sinks"), card("b", "Bridge opens")}));
  EXPECT_EQ(exported({.view = "items", .where = "headline LIKE 'f%' -- ferries"}).size(), 1U);
  EXPECT_EQ(exported({.view = "items_fts", .where = "items_fts MATCH 'bridge'"}),
            Rows{"Bridge opens|What the ferryman says|Ada O\u2019Moor"});
  EXPECT_EQ(
      exported({.view = "sightings", .since = "2024-01-01", .where = "position = 1 OR position = 2"}).size(),
      2U);
}

TEST_F(ReadingTest, WhereIsStableInOrder) {
  show(day(1), page({card("c"), card("a"), card("b")}));
  const Rows lines = exported({.view = "sightings"});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_LT(lines[0], lines[1]);
  EXPECT_LT(lines[1], lines[2]);
}

TEST_F(ReadingTest, AWrongConditionIsAnsweredWithSqlitesWords) {
  show(day(1), page({card("a")}));
  EXPECT_EQ(
      exported({.view = "items", .where = "headlin = 'x'"}),
      Rows{"headlin = 'x': no such column: headlin; write one SQL condition over the columns of items"});
  EXPECT_EQ(
      exported({.view = "items", .where = "json_extract(headline, '$')"}),
      Rows{"json_extract(headline, '$'): malformed JSON; write one SQL condition over the columns of items"});
}

TEST_F(ReadingTest, AConditionCannotDoAnythingButRead) {
  show(day(1), page({card("a")}));
  for (const std::string where :
       {"1); DELETE FROM item; --", "1); ATTACH '/tmp/x.db' AS x; --", "load_extension('x')", "id = ?",
        "id = :id", "(DELETE FROM item)", "1; 2", "1) UNION SELECT * FROM pragma_database_list --", " ",
        "writefile('x', 'y')"}) {
    EXPECT_NE(exported({.view = "items", .where = where}).front().find("write one SQL condition"),
              std::string::npos)
        << where;
  }
  EXPECT_EQ(row("SELECT count(*) FROM item"), "1");
}

TEST_F(ReadingTest, ARunIsSummedUp) {
  show(day(1), page({card("a"), card("b")}));
  const RunSummary run = *reading().run(1);
  EXPECT_EQ(run.listing, kListing);
  EXPECT_EQ(run.kind, "crawl");
  EXPECT_EQ(run.started, "2024-03-01T12:00:00Z");
  EXPECT_EQ(run.stop_reason, "reached_last");
  EXPECT_EQ(run.coverage, "complete");
  EXPECT_EQ(run.pages, 1);
  EXPECT_EQ(run.items_new, 2);
  EXPECT_EQ(reading().run(2).error().code, ErrorCode::kNotFound);
}

TEST_F(ReadingTest, StatusTellsTheLastRunAndTheHealthOfEachField) {
  Card bare;
  bare.url = "https://news.example/bare/";
  bare.headline = "Only this";
  show(day(1), page({card("a")}));
  show(day(2), page({card("a"), card("b"), card("c"), bare}));
  begin(kOther, day(3));
  const std::vector<ListingStatus> all = *reading().status();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].title, "Rivers");
  EXPECT_EQ(all[0].pages, 113);
  EXPECT_EQ(all[0].items, 4);
  EXPECT_EQ(all[0].last_run->id, 2);
  const std::vector<std::pair<std::string, double>> health = {
      {"headline", 1},          {"dek", 0.75},  {"kind", 0.75}, {"bylines", 0.75}, {"published", 0.75},
      {"published_text", 0.75}, {"image", 0.75}};
  EXPECT_EQ(all[0].field_health, health);
  EXPECT_EQ(all[1].last_run->ended, "");
  EXPECT_TRUE(all[1].field_health.empty());
}

TEST_F(ReadingTest, AReaderSeesWholePagesWhileAWriterWrites) {
  show(day(1), page({card("a"), card("b")}));
  const Reading reader = reading();
  const RunId run = begin(kListing, day(2));
  int seen = 0;
  ASSERT_TRUE(reader.each_row(
      {.view = "sightings"}, [](const auto&) {},
      [&](const auto&) {
        ++seen;
        EXPECT_TRUE(store().apply(run, capture(day(2, seen)), page({card("c"), card("d")}), {}));
      }));
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(exported({.view = "sightings"}).size(), 6U);
}

TEST_F(ReadingTest, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(Reading::open(file()).error().message(),
            file().string() +
                ": there is no database yet; make one with: dekko crawl, or name another file with --db");
}

}  // namespace
}  // namespace dekko
