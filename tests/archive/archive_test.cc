#include "archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive_limits.h"
#include "archive/digest.h"
#include "archive/disk.h"
#include "tests/archive/exchanges.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"
#include "tests/support/fake_clock.h"

namespace dekko {
namespace {

using testing::ElementsAre;
using testing::MatchesRegex;

class Archive : public testing::Test {
 protected:
  ArchiveWriter writer(uint64_t segment_bytes = limits::kSegmentBytes) {
    ArchiveInfo info{.software = "dekko/9", .label = "example.org", .fields = {{"robots", "RFC 9309"}}};
    return *ArchiveWriter::open_on(system_disk(), folder_.path(), info, clock_, segment_bytes);
  }
  Contents contents() const { return contents_of(folder_.path() / folder_.names().front()); }

  ScratchFolder folder_;
  FakeClock clock_;
};

TEST_F(Archive, ARunThatFetchesNothingLeavesNoFile) {
  writer();
  EXPECT_THAT(folder_.names(), ElementsAre());
}

TEST_F(Archive, ASegmentIsNamedAfterItsBeginning) {
  ASSERT_TRUE(writer().append(page_exchange()));
  EXPECT_THAT(folder_.names(), ElementsAre("dekko-20240319080000-example.org-00000.warc.gz"));
}

TEST_F(Archive, ATakenNameIsNeverReused) {
  folder_.write("dekko-20240319080000-example.org-00000.warc.gz", "somebody's");
  ASSERT_TRUE(writer().append(page_exchange()));
  EXPECT_EQ(folder_.read("dekko-20240319080000-example.org-00000.warc.gz"), "somebody's");
  EXPECT_EQ(folder_.names().size(), 2u);
}

TEST_F(Archive, AFullSegmentIsFollowedByTheNext) {
  ArchiveWriter archive = writer(2'000);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(archive.append(page_exchange(noise(1'500, unsigned(i)))));
    clock_.advance(Seconds(1));
  }
  EXPECT_THAT(folder_.names(), ElementsAre("dekko-20240319080000-example.org-00000.warc.gz",
                                           "dekko-20240319080001-example.org-00001.warc.gz",
                                           "dekko-20240319080002-example.org-00002.warc.gz"));
}

TEST_F(Archive, NamesSortByTimeEvenWhenTheClockIsSetBack) {
  ArchiveWriter archive = writer(1);
  ASSERT_TRUE(archive.append(page_exchange()));
  clock_.advance(Seconds(-3'600));
  ASSERT_TRUE(archive.append(page_exchange()));
  EXPECT_EQ(folder_.names().back(), "dekko-20240319080000-example.org-00001.warc.gz");
}

TEST_F(Archive, WarcinfoOpensTheSegmentAndNamesIt) {
  ASSERT_TRUE(writer().append(page_exchange()));
  const WarcRecord info = contents().records.at(0);
  EXPECT_EQ(info.type(), "warcinfo");
  EXPECT_EQ(info.field("warc-filename"), folder_.names().front());
  EXPECT_EQ(info.field("content-type"), "application/warc-fields");
  EXPECT_THAT(info.block, testing::StartsWith("software: dekko/9\r\nformat: WARC File Format 1.1\r\n"));
  EXPECT_THAT(info.block, testing::EndsWith("robots: RFC 9309\r\n"));
}

TEST_F(Archive, RequestAndResponseNameEachOther) {
  ASSERT_TRUE(writer().append(page_exchange()));
  const std::vector<WarcRecord> records = contents().records;
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[1].type(), "request");
  EXPECT_EQ(records[2].type(), "response");
  EXPECT_EQ(records[1].field("warc-concurrent-to"), records[2].field("warc-record-id"));
  EXPECT_EQ(records[2].field("warc-concurrent-to"), records[1].field("warc-record-id"));
  EXPECT_EQ(records[2].field("warc-warcinfo-id"), records[0].field("warc-record-id"));
}

TEST_F(Archive, AResponseCarriesWhatTheStandardAsksFor) {
  ASSERT_TRUE(writer().append(page_exchange("abc", "")));
  const WarcRecord response = contents().records.at(2);
  EXPECT_EQ(response.version, "WARC/1.1");
  EXPECT_EQ(response.field("warc-target-uri"), "https://example.org/tag/bees/page/2/?x=1");
  EXPECT_EQ(response.field("warc-date"), "2024-03-19T08:15:30.250Z");
  EXPECT_EQ(response.field("warc-ip-address"), "192.0.2.7");
  EXPECT_EQ(response.field("content-type"), "application/http; msgtype=response");
  EXPECT_EQ(response.field("warc-payload-digest"), "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
  EXPECT_EQ(response.field("warc-block-digest"), *sha1_label({"HTTP/1.1 200 OK\r\n\r\nabc"}));
  EXPECT_EQ(response.field("warc-truncated"), "");
  EXPECT_THAT(std::string(response.field("warc-record-id")),
              MatchesRegex("<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>"));
}

TEST_F(Archive, OctetsAreKeptAsTheyCameOffTheWire) {
  Exchange exchange =
      page_exchange("3\r\nabc\r\n0\r\n\r\n", "b: 2\r\nA: 1\r\nTransfer-Encoding: chunked\r\n");
  ASSERT_TRUE(writer().append(exchange));
  EXPECT_EQ(contents().records.at(1).block, exchange.request_head);
  EXPECT_EQ(contents().records.at(2).block, exchange.response_head + exchange.body);
}

TEST_F(Archive, AChunkedPayloadHasNoDigestThatToolsDisagreeOn) {
  ASSERT_TRUE(writer().append(page_exchange("3\r\nabc\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")));
  EXPECT_EQ(contents().records.at(2).field("warc-payload-digest"), "");
  EXPECT_NE(contents().records.at(2).field("warc-block-digest"), "");
}

TEST_F(Archive, ACutBodySaysWhy) {
  Exchange exchange = page_exchange();
  exchange.truncated = "disconnect";
  ASSERT_TRUE(writer().append(exchange));
  EXPECT_EQ(contents().records.at(2).field("warc-truncated"), "disconnect");
}

TEST_F(Archive, Http2IsWrittenAsToolsReadIt) {
  Exchange exchange = page_exchange();
  exchange.request_head = "GET /tag/bees/page/2/?x=1 HTTP/2\r\nhost: example.org\r\n\r\n";
  exchange.response_head = "HTTP/2 200 \r\ncontent-type: text/html\r\n\r\n";
  ASSERT_TRUE(writer().append(exchange));
  const std::vector<WarcRecord> records = contents().records;
  EXPECT_THAT(records.at(1).block, testing::StartsWith("GET /tag/bees/page/2/?x=1 HTTP/1.1\r\nhost:"));
  EXPECT_THAT(records.at(2).block, testing::StartsWith("HTTP/1.1 200 \r\ncontent-type:"));
  EXPECT_EQ(records.at(2).field("warc-protocol"), "h2");
}

TEST_F(Archive, AnAnswerWithoutAnEndOfItsHeadIsRefused) {
  Exchange exchange = page_exchange();
  exchange.response_head = "HTTP/1.1 200 OK\r\n";
  EXPECT_EQ(writer().append(exchange).error().message(),
            "https://example.org/tag/bees/page/2/?x=1#top: the answer ends inside its HTTP header");
}

TEST_F(Archive, WhatIsWrittenIsReadBackAtItsAddress) {
  ArchiveWriter archive = writer();
  std::vector<RecordRef> addresses;
  for (unsigned i = 0; i < 3; ++i) addresses.push_back(*archive.append(page_exchange(noise(30'000, i))));
  for (unsigned i = 0; i < 3; ++i) {
    const Result<Capture> capture = read_capture(folder_.path(), addresses[i]);
    ASSERT_TRUE(capture) << capture.error().message();
    EXPECT_EQ(capture->body, noise(30'000, i));
    EXPECT_EQ(capture->record.sha256, addresses[i].sha256);
    EXPECT_EQ(capture->record.file, addresses[i].file);
  }
}

TEST_F(Archive, AddressesAreThoseThatAReaderFinds) {
  const RecordRef written = *writer().append(page_exchange());
  const RecordRef found = contents().records.at(2).ref;
  EXPECT_EQ(found.offset, written.offset);
  EXPECT_EQ(found.length, written.length);
  EXPECT_EQ(written.offset + written.length, folder_.read(written.file).size());
  EXPECT_EQ(written.sha256, *sha256_hex(page_exchange().body));
}

TEST_F(Archive, AFolderThatCannotBeMadeIsNamed) {
  folder_.write("taken", "");
  const auto archive = ArchiveWriter::open(folder_.path() / "taken" / "archive", {}, clock_);
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, ErrorCode::kIo);
  EXPECT_EQ(archive.error().context, (folder_.path() / "taken" / "archive").string());
}

}  // namespace
}  // namespace dekko
