// From an archived record to a page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/digest.h"
#include "archive/warc_reader.h"
#include "core/limits.h"
#include "tests/archive/scratch_folder.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

WarcRecord response(std::string block) {
  return {.version = "WARC/1.1",
          .fields = {{"warc-type", "response"},
                     {"warc-target-uri", "https://example.org/tag/bees/"},
                     {"warc-date", "2024-03-19T08:15:30.250Z"},
                     {"content-type", "application/http;msgtype=response"}},
          .block = std::move(block),
          .ref = {.file = "x.warc.gz", .offset = 77, .length = 5}};
}

std::string body_of(const std::string& headers, const std::string& body) {
  const Result<Capture> capture = to_capture(response("HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body));
  return capture ? capture->body : "error: " + capture.error().message();
}

TEST(Capture, CarriesWhatTheExtractorsNeed) {
  const Result<Capture> capture = to_capture(
      response("HTTP/1.1 301 Moved\r\nLocation: /y\r\ncontent-type: text/html; charset=utf-8\r\n\r\nbody"));
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->url.text(), "https://example.org/tag/bees/");
  EXPECT_EQ(to_text_ms(capture->fetched_at), "2024-03-19T08:15:30.250Z");
  EXPECT_EQ(capture->status, 301);
  EXPECT_EQ(capture->location, "/y");
  EXPECT_EQ(capture->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(capture->body, "body");
  EXPECT_EQ(capture->record.offset, 77u);
  EXPECT_EQ(capture->record.sha256, *sha256_hex("body"));
}

TEST(Capture, TheDigestIsOfThePayloadAsArchived) {
  const std::string payload = gzip("page");
  const auto capture = to_capture(response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + payload));
  EXPECT_EQ(capture->record.sha256, *sha256_hex(payload));
}

TEST(Capture, CodingsComeOffInTheReverseOfTheirOrder) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip("page")), "page");
  EXPECT_EQ(body_of("Content-Encoding: zstd, gzip\r\n", gzip(zstd("page"))), "page");
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\nContent-Encoding: gzip\r\n", gzip(zstd("page"))), "page");
  EXPECT_EQ(
      body_of("Transfer-Encoding: gzip, chunked\r\nContent-Encoding: zstd\r\n",
              "0FF\r\n" + (gzip(zstd("page")) + std::string(255, ' ')).substr(0, 255) + "\r\n0\r\n\r\n"),
      "page");
}

TEST(Capture, AChunkedHeaderOverAnUnchunkedBodyIsSeenThrough) {
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "4\r\npage\r\n0\r\n\r\n"), "page");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "<p>page</p>"), "<p>page</p>");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", gzip("page")), "page");
}

TEST(Capture, WhatIsNoPageIsRefusedWithItsPlace) {
  const struct {
    const char *field, *value, *message;
  } kRefused[] = {
      {"warc-type", "revisit",
       "x.warc.gz, offset 77: is a revisit: it says that the page was the same as in an earlier record and "
       "does not "
       "hold it"},
      {"warc-type", "request", "x.warc.gz, offset 77: is no response but \"request\""},
      {"content-type", "text/dns", "x.warc.gz, offset 77: holds text/dns, not HTTP"},
      {"warc-segment-number", "1", "x.warc.gz, offset 77: is one part of a record in several"},
      {"warc-truncated", "length",
       "x.warc.gz, offset 77: was cut short when it was fetched (length); fetch the page again"},
      {"warc-target-uri", "dns:x",
       "x.warc.gz, offset 77: dns:x: is no http or https address; write it in full, as in "
       "https://example.org/tag/x/"},
      {"warc-date", "", "x.warc.gz, offset 77: is not a moment of the form 2024-03-19T08:15:30Z"},
  };
  for (const auto& refused : kRefused) {
    WarcRecord record = response("HTTP/1.1 200 OK\r\n\r\n");
    record.fields[refused.field] = refused.value;
    const Result<Capture> capture = to_capture(record);
    ASSERT_FALSE(capture) << refused.field;
    EXPECT_EQ(capture.error().message(), refused.message);
  }
}

TEST(Capture, ABrokenMessageIsRefusedWithItsPlace) {
  EXPECT_EQ(to_capture(response("<html>\r\n\r\n")).error().message(),
            "x.warc.gz, offset 77: does not begin with an HTTP status line but with \"<html>\"");
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip("page").substr(0, 12)),
            "error: x.warc.gz, offset 77: the gzip body ends too early");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "4\r\npage\r\n"),
            "error: x.warc.gz, offset 77: ends before its last chunk");
}

TEST(Capture, ABombStopsAtTheLimit) {
  const std::string bomb = gzip(std::string(limits::kBodyBytes + 1, '0'));
  const auto capture = to_capture(response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb));
  EXPECT_EQ(capture.error().code, ErrorCode::kLimit);
  EXPECT_EQ(capture.error().message(), "x.warc.gz, offset 77: the gzip body grows over 41943040 bytes");
}

class ReadCapture : public testing::Test {
 protected:
  ReadCapture() { folder_.write("f.warc.gz", first_ + gzip(page_record("b", "second"))); }
  RecordRef second() const {
    return {.file = "f.warc.gz", .offset = first_.size(), .length = gzip(page_record("b", "second")).size()};
  }

  ScratchFolder folder_;
  const std::string first_ = gzip(page_record("a", "first"));
};

TEST_F(ReadCapture, FindsTheRecordByItsAddress) {
  EXPECT_EQ(read_capture(folder_.path(), second())->body, "second");
}

TEST_F(ReadCapture, RefusesAnAddressThatIsNoRecords) {
  for (const int shift : {-1, 1, 10'000}) {
    RecordRef wrong = second();
    wrong.offset = uint64_t(int64_t(wrong.offset) + shift);
    const Result<Capture> capture = read_capture(folder_.path(), wrong);
    ASSERT_FALSE(capture) << shift;
    EXPECT_EQ(capture.error().code, ErrorCode::kCorrupt);
    EXPECT_THAT(capture.error().message(),
                testing::HasSubstr("no whole record of that length stands there; restore"));
  }
}

TEST_F(ReadCapture, RefusesAPayloadWithAnotherDigest) {
  RecordRef record = second();
  record.sha256 = *sha256_hex("second");
  EXPECT_TRUE(read_capture(folder_.path(), record));
  record.sha256 = *sha256_hex("another");
  EXPECT_EQ(read_capture(folder_.path(), record).error().code, ErrorCode::kCorrupt);
}

TEST_F(ReadCapture, ReadsBackTheRecordThatWasWrittenAndNoOther) {
  RecordRef record = second();
  record.id = record_at(folder_.path(), record)->ref.id;
  record.sha256 = "known";
  EXPECT_EQ(read_back(folder_.path(), record)->body, "second");
  EXPECT_EQ(read_back(folder_.path(), record)->record.sha256, "known");
  record.id = "<urn:uuid:another>";
  EXPECT_EQ(read_back(folder_.path(), record).error().code, ErrorCode::kCorrupt);
}

TEST_F(ReadCapture, NamesAFileThatIsNotThere) {
  const Result<Capture> capture = read_capture(folder_.path(), {.file = "gone.warc.gz"});
  EXPECT_EQ(capture.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(capture.error().context, (folder_.path() / "gone.warc.gz").string());
}

}  // namespace
}  // namespace dekko
