#include "app/recording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "app/step_json.h"
#include "tests/support/scratch.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

using testing::HasSubstr;

class RecordingTest : public testing::Test {
 protected:
  Result<Recording> open(const std::string& db) {
    return Recording::open(scratch_.path() / db, scratch_.path() / "archive", "dekko/9", clock_, console_);
  }
  RunStart start() const {
    return {.listing = "https://news.example/tag/x/",
            .kind = "crawl",
            .profile = "shape",
            .started = clock_.now(),
            .read_by = {"name = \"shape\"\n"},
            .position = WalkPosition{.mode = "all"}};
  }

  Scratch scratch_;
  FakeClock clock_;
  std::ostringstream out_, err_;
  Console console_{out_, err_, Loudness::kNormal, false};
};

TEST_F(RecordingTest, ADatabaseAndAnArchiveHaveOneWriterEach) {
  const auto first = open("a.db");
  ASSERT_TRUE(first) << first.error().message();
  EXPECT_THAT(open("a.db").error().message(), HasSubstr("another dekko is writing this database"));
  EXPECT_EQ(open("b.db").error().message(), (scratch_.path() / "archive").string() +
                                                ": another dekko is writing this archive; wait until it has "
                                                "ended, or name another folder with --archive");
  EXPECT_EQ(open("b.db").error().code, ErrorCode::kBusy);
}

TEST_F(RecordingTest, BothAreFreeAgainAfterwards) {
  EXPECT_TRUE(open("a.db"));
  EXPECT_TRUE(open("a.db"));
  EXPECT_TRUE(open("b.db"));
}

TEST_F(RecordingTest, StepsThatTheDatabaseLostAreTakenIn) {
  ASSERT_TRUE(open("a.db")->store().begin_run(start()));
  const auto early = scratch_.path() / "early.db";
  std::filesystem::copy_file(scratch_.path() / "a.db", early);
  clock_.advance(Seconds(60));
  {
    auto recording = open("a.db");
    const RunId run = *recording->store().begin_run(start());
    ASSERT_TRUE(recording->store().note_request(run, {.at = clock_.now(),
                                                      .url = "https://news.example/x",
                                                      .host = "n",
                                                      .rule = "none",
                                                      .outcome = "timed_out"}));
    ASSERT_TRUE(
        recording->store().finish_run(run, {clock_.now(), StopReason::kFetchFailed, Coverage::kPartial}));
  }
  std::filesystem::rename(early, scratch_.path() / "a.db");  // as a backup of yesterday would
  auto again = open("a.db");
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_THAT(err_.str(), HasSubstr("3 steps that the database did not know were taken in"));
  EXPECT_TRUE(**again->store().find_run({start().listing, "crawl", clock_.now()}) > 1);
}

TEST_F(RecordingTest, StepsOfAnotherDatabaseAreLeftAlone) {
  ASSERT_TRUE(open("a.db")->store().begin_run(start()));
  auto other = open("b.db");
  ASSERT_TRUE(other);
  EXPECT_FALSE(*other->store().find_run({start().listing, "crawl", clock_.now()}));
  EXPECT_THAT(err_.str(), HasSubstr("dekko rebuild makes a database of them"));
}

TEST_F(RecordingTest, NoStepReachesTheDatabaseThatTheJournalDidNotTake) {
  Store store = *Store::open(scratch_.path() / "c.db");
  store.write_ahead([](const std::vector<JournalStep>&) { return Error{ErrorCode::kIo, "journal", "full"}; });
  EXPECT_FALSE(store.begin_run(start()));
  EXPECT_FALSE(*store.find_run({start().listing, "crawl", clock_.now()}));
}

const RunKey kKey{"https://news.example/tag/ä/", "crawl",
                  Moment(std::chrono::milliseconds(1'700'000'000'123))};

std::vector<JournalStep> one_of_each() {
  const WalkPosition position{"new", 4, 9, "https://news.example/n", {2, 3}};
  const RecordRef record{"s.warc.gz", 12, 34, "ab", "<urn:uuid:1>"};
  const ReadBy by{"name = \"p\"", "f"};
  RequestMade request;
  request.line = {.at = kKey.started,
                  .url = "u",
                  .host = "h",
                  .purpose = Purpose::kRecheck,
                  .waited = Seconds(0.1),
                  .rule = "delay",
                  .status = 503,
                  .bytes = 7,
                  .took = Seconds(1.0 / 3),
                  .outcome = "http_error"};
  return {{kKey, RunBegins{"p", by, ProfileSource::kNone, position, kKey.started}},
          {kKey, request},
          {kKey, AnswerNoted{record, 2, position}},
          {kKey, PageRead{record, 3, position, "f", "listing"}},
          {kKey, PageSeenAgain{record, Url::parse("https://news.example/x").value(), kKey.started, 304,
                               "\"\xE4\"", "m", 3, position}},
          {kKey, RobotsKept{"https://news.example",
                            {.body = "# \xFF\xC3\xA4\n", .read = kKey.started, .etag = "e"}}},
          {kKey, ProblemNoted{{1, "dek", "long", "\xFF"}}},
          {kKey, ItemsMissing{{.file = "s.warc.gz", .offset = 12}, {"https://news.example/ä", "b"}}},
          {{kKey.listing, "", {}}, ProfilePinned{{"p", "name = \"p\"", "f", kKey.started}}},
          {kKey, PagesReread{by, {record, record}}},
          {kKey, RunEnds{kKey.started,
                         StopReason::kBudget,
                         Coverage::kOpen,
                         {{Gap::Why::kSeamSeenOnce, 1, 3}, {Gap::Why::kNotWalked, 3}, {Gap::Why::kCardsMoved}}}}};
}

TEST(StepJson, EveryStepComesBackAsItWas) {
  const std::string text = to_entries("d", one_of_each()).value().at(0);
  const Result<JournalEntry> read = parse_journal_entry(text, "here");
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(to_entries("d", read->steps).value(), std::vector{text});
  EXPECT_EQ(std::get<PageSeenAgain>(read->steps[4].what).etag, "\"\xE4\"");
  EXPECT_EQ(std::get<RobotsKept>(read->steps[5].what).copy.body, "# \xFF\xC3\xA4\n");
  EXPECT_EQ(std::get<RequestMade>(read->steps[1].what).line.took, Seconds(1.0 / 3));
  EXPECT_EQ(std::get<ProfilePinned>(read->steps[8].what).profile.since, kKey.started);
  EXPECT_EQ(std::get<PagesReread>(read->steps[9].what).records.size(), 2u);
}

// A site's robots.txt at its most, in whatever spelling JSON needs the most room for.
JournalStep large_step() {
  return {kKey, RobotsKept{"https://news.example",
                           {.body = std::string(500 * 1024, '\x01'), .read = kKey.started}}};
}

TEST(StepJson, StepsThatNoEntryHoldsAreTold) {
  const JournalStep huge{kKey, ProblemNoted{{1, "dek", std::string(9 * 1024 * 1024, 'x'), ""}}};
  EXPECT_EQ(to_entries("d", {huge}).error().code, ErrorCode::kLimit);
}

TEST(StepJson, AreSpreadOverAsManyEntriesAsTheyNeed) {
  const std::vector<std::string> entries = to_entries("d", std::vector<JournalStep>(4, large_step())).value();
  ASSERT_EQ(entries.size(), 2u);
  const JournalEntry first = parse_journal_entry(entries[0], "").value();
  const JournalEntry second = parse_journal_entry(entries[1], "").value();
  EXPECT_TRUE(first.more && first.part == 0 && first.steps.size() == 2);
  EXPECT_TRUE(!second.more && second.part == 1 && second.steps.size() == 2);
}

class Journals : public testing::Test {
 protected:
  // How many steps each transaction has that stands in the journal.
  std::vector<size_t> read() const {
    std::vector<size_t> steps;
    const auto take = [&](JournalRecord record) {
      steps.push_back(record.entry.steps.size());
      return Result<void>();
    };
    const Result<void> read = each_journaled(scratch_.path(), {}, take);
    EXPECT_TRUE(read) << read.error().message();
    return steps;
  }

  Scratch scratch_;
  FakeClock clock_;
};

TEST_F(Journals, GiveATransactionThatTakesSeveralRecordsAsOne) {
  Journal journal = Journal::open(scratch_.path(), "dekko/9", "d", clock_).value();
  ASSERT_TRUE(journal.write({large_step()}));
  ASSERT_TRUE(journal.write(std::vector<JournalStep>(5, large_step())));
  ASSERT_TRUE(journal.write({large_step()}));
  EXPECT_EQ(read(), (std::vector<size_t>{1, 5, 1}));
}

TEST_F(Journals, DoNotGiveATransactionWhoseLastRecordIsMissing) {
  RecordRef first;
  {
    Journal journal = Journal::open(scratch_.path(), "dekko/9", "d", clock_).value();
    first = journal.write({large_step()}).value();
    ASSERT_TRUE(journal.write(std::vector<JournalStep>(4, large_step())));
  }
  const std::filesystem::path file = scratch_.path() / first.file;
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  EXPECT_EQ(read(), std::vector<size_t>{1});
  Journal again = Journal::open(scratch_.path(), "dekko/9", "d", clock_).value();
  ASSERT_TRUE(again.write({large_step()}));
  EXPECT_EQ(read(), (std::vector<size_t>{1, 1}));
}

TEST(StepJson, WhatIsNoEntryIsRefusedByItsPlace) {
  for (const char* text :
       {"", "{", "[]", "{}", R"({"database":"d","steps":[{}]})",
        R"({"database":"d","steps":[{"run":{"listing":"l","kind":"k","started":"now"},"step":"page"}]})",
        R"({"database":1,"steps":[]})"}) {
    const auto read = parse_journal_entry(text, "s.warc.gz, offset 7");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(read.error().context, "s.warc.gz, offset 7");
  }
}

}  // namespace
}  // namespace dekko
