// Answers that only say that nothing changed, and what dekko notes about answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/digest.h"
#include "archive/originals.h"
#include "tests/archive/exchanges.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

using testing::HasSubstr;

class Revisits : public testing::Test {
 protected:
  // The first night's page, and what a later answer refers to it by.
  EarlierAnswer first_night() {
    const Exchange exchange = page_exchange();
    const RecordRef record = *archive_.append(exchange);
    return {.url = exchange.url, .at = exchange.at, .sha256 = record.sha256, .record_id = record.id};
  }
  Exchange second_night(std::string body = page_exchange().body) const {
    Exchange exchange = page_exchange(std::move(body), "ETag: \"a\"\r\n");
    exchange.at += std::chrono::hours(24);
    return exchange;
  }
  Exchange not_modified() const {
    Exchange exchange = second_night("");
    exchange.status = 304;
    exchange.response_head = "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n";
    return exchange;
  }
  WarcRecord last() const { return contents_of(folder_.path() / folder_.names().back()).records.back(); }

  ScratchFolder folder_;
  FakeClock clock_;
  ArchiveWriter archive_ =
      *ArchiveWriter::open(folder_.path(), {.software = "dekko/9", .label = "x"}, clock_);
};

TEST_F(Revisits, TheSamePayloadIsKeptOnce) {
  const EarlierAnswer earlier = first_night();
  const Revisit revisit{Revisit::Reason::kIdenticalPayload, earlier};
  ASSERT_TRUE(archive_.append(second_night(), {.revisit = revisit}));
  const WarcRecord record = last();
  EXPECT_EQ(record.type(), "revisit");
  EXPECT_EQ(record.field("warc-profile"), "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
  EXPECT_EQ(record.field("warc-refers-to-target-uri"), "https://example.org/tag/bees/page/2/?x=1");
  EXPECT_EQ(record.field("warc-refers-to-date"), "2024-03-19T08:15:30.250Z");
  EXPECT_EQ(record.field("warc-refers-to"), earlier.record_id);
  EXPECT_EQ(record.field("warc-payload-digest"), *sha1_label({page_exchange().body}));
  EXPECT_EQ(record.block, second_night().response_head);
}

TEST_F(Revisits, A304IsKeptWithItsHeaders) {
  ASSERT_TRUE(
      archive_.append(not_modified(), {.revisit = Revisit{Revisit::Reason::kNotModified, first_night()}}));
  const WarcRecord record = last();
  EXPECT_EQ(record.field("warc-profile"), "http://netpreserve.org/warc/1.1/revisit/server-not-modified");
  EXPECT_EQ(record.field("warc-block-digest"), *sha1_label({not_modified().response_head}));
  EXPECT_EQ(record.block, not_modified().response_head);
}

TEST_F(Revisits, AnotherPayloadIsNoRevisit) {
  const Revisit revisit{Revisit::Reason::kIdenticalPayload, first_night()};
  const Result<RecordRef> refused = archive_.append(second_night("<p>Other words</p>"), {.revisit = revisit});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(last().type(), "response");
}

TEST_F(Revisits, ReadingOneGivesThePageOfThatDay) {
  const EarlierAnswer earlier = first_night();
  const Revisit revisit{Revisit::Reason::kNotModified, earlier};
  const Result<RecordRef> written = archive_.append(not_modified(), {.revisit = revisit});
  ASSERT_TRUE(written);
  const Result<Capture> capture = read_capture(folder_.path(), *written);
  ASSERT_TRUE(capture) << capture.error().message();
  EXPECT_EQ(capture->body, page_exchange().body);
  EXPECT_EQ(capture->status, 200);
  EXPECT_EQ(to_text(capture->fetched_at), "2024-03-20T08:15:30Z");
  EXPECT_EQ(capture->record.sha256, earlier.sha256);
  EXPECT_EQ(capture->record.offset, written->offset);
}

TEST_F(Revisits, WhereTheOriginalStandsMayBeSaid) {
  const RecordRef original = *archive_.append(page_exchange());
  const Revisit revisit{Revisit::Reason::kNotModified,
                        {.url = page_exchange().url, .at = page_exchange().at, .sha256 = original.sha256}};
  const RecordRef written = *archive_.append(not_modified(), {.revisit = revisit});
  EXPECT_EQ(read_capture(folder_.path(), written, original)->body, page_exchange().body);
}

TEST_F(Revisits, AnOriginalInAnotherFileOfTheFolderIsFound) {
  const EarlierAnswer earlier = first_night();
  ASSERT_TRUE(archive_.append(not_modified(), {.revisit = Revisit{Revisit::Reason::kNotModified, earlier}}));
  const WarcRecord revisit = last();
  ScratchFolder elsewhere;
  std::filesystem::copy(folder_.path() / folder_.names()[0], elsewhere.path() / "a.warc.gz");
  EXPECT_EQ(Originals(elsewhere.path()).capture_of(revisit)->body, page_exchange().body);
}

TEST_F(Revisits, AMissingOriginalIsNamed) {
  ASSERT_TRUE(
      archive_.append(not_modified(), {.revisit = Revisit{Revisit::Reason::kNotModified, first_night()}}));
  ScratchFolder empty;
  const Result<Capture> capture = Originals(empty.path()).capture_of(last());
  ASSERT_FALSE(capture);
  EXPECT_EQ(capture.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(capture.error().message(),
              HasSubstr("revisit of https://example.org/tag/bees/page/2/?x=1 at 2024"));
}

TEST_F(Revisits, ANoteStandsBeforeItsAnswerAndNamesIt) {
  const Note note{.target = "https://example.org/",
                  .at = clock_.now(),
                  .content_type = "application/json",
                  .text = "{\"a\":1}"};
  const Result<RecordRef> written = archive_.append(page_exchange(), {.note = note});
  ASSERT_TRUE(written);
  const std::vector<WarcRecord> records = contents_of(folder_.path() / folder_.names()[0]).records;
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[2].type(), "metadata");
  EXPECT_EQ(records[2].block, note.text);
  EXPECT_EQ(records[2].field("warc-concurrent-to"), written->id);
  EXPECT_EQ(records[3].ref.offset, written->offset);
}

TEST_F(Revisits, ANoteOfItsOwnNamesWhatItIsAbout) {
  const RecordRef page = *archive_.append(page_exchange());
  const Result<RecordRef> written =
      archive_.append(Note{"https://example.org/", clock_.now(), "application/json", "{}", page.id});
  ASSERT_TRUE(written);
  EXPECT_EQ(last().field("warc-refers-to"), page.id);
  EXPECT_EQ(last().ref.offset, written->offset);
}

}  // namespace
}  // namespace dekko
