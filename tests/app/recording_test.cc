#include "app/recording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "app/step_json.h"
#include "tests/app/scratch.h"
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
    return {.listing = "https://news.example/tag/x/", .kind = "crawl", .profile = "shape", .started = clock_.now(),
            .profile_text = "name = \"shape\"\n", .position = {.mode = "all"}};
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
  EXPECT_EQ(open("b.db").error().message(),
            (scratch_.path() / "archive").string() +
                ": another dekko is writing this archive; wait until it has ended, or name another folder with --archive");
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
    ASSERT_TRUE(recording->store().note_request(run, {.at = clock_.now(), .url = "https://news.example/x", .host = "n", .rule = "none", .outcome = "timed_out"}));
    ASSERT_TRUE(recording->store().finish_run(run, {clock_.now(), StopReason::kFetchFailed, Coverage::kPartial}));
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
  store.write_ahead([](const std::vector<Step>&) { return Error{ErrorCode::kIo, "journal", "full"}; });
  EXPECT_FALSE(store.begin_run(start()));
  EXPECT_FALSE(*store.find_run({start().listing, "crawl", clock_.now()}));
}

TEST(StepJson, EveryStepComesBackAsItWas) {
  const RunKey key{"https://news.example/tag/ä/", "crawl", Moment(std::chrono::milliseconds(1'700'000'000'123))};
  const WalkPosition position{"new", 4, 9, "https://news.example/n", {2, 3}};
  const RecordRef record{"s.warc.gz", 12, 34, "ab", "<urn:uuid:1>"};
  const JournalEntry entry{
      "d",
      {{key, RunBegins{"p", "name = \"p\"", position, key.started}},
       {key, RequestMade{{.at = key.started, .url = "u", .host = "h", .purpose = Purpose::kRecheck, .waited = Seconds(0.1),
                          .rule = "delay", .status = 503, .bytes = 7, .took = Seconds(1.0 / 3), .outcome = "http_error"}}},
       {key, AnswerNoted{record, 2, position}},
       {key, PageRead{record, 3, position, "f", "listing"}},
       {key, PageSeenAgain{record, Url::parse("https://news.example/x").value(), key.started, 304, "\"\xE4\"", "m", 3, position}},
       {key, RobotsKept{"https://news.example", {.body = "# \xFF\xC3\xA4\n", .read = key.started, .etag = "e"}}},
       {key, ProblemNoted{{1, "dek", "long", "\xFF"}}},
       {key, ItemsMissing{{.file = "s.warc.gz", .offset = 12}, {"https://news.example/ä", "b"}}},
       {key, RunEnds{key.started, StopReason::kBudget, Coverage::kOpen}}}};
  const std::string text = to_json(entry);
  const Result<JournalEntry> read = parse_journal_entry(text, "here");
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(to_json(*read), text);
  EXPECT_EQ(std::get<PageSeenAgain>(read->steps[4].what).etag, "\"\xE4\"");
  EXPECT_EQ(std::get<RobotsKept>(read->steps[5].what).copy.body, "# \xFF\xC3\xA4\n");
  EXPECT_EQ(std::get<RequestMade>(read->steps[1].what).line.took, Seconds(1.0 / 3));
}

TEST(StepJson, WhatIsNoEntryIsRefusedByItsPlace) {
  for (const char* text : {"", "{", "[]", "{}", R"({"database":"d","steps":[{}]})",
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
