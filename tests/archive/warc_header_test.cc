#include "archive/warc_header.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(WarcHeader, Accepts) {
  const struct {
    const char *head, *version, *type;
    uint64_t length;
  } kAccepted[] = {
      {"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 12\r\n\r\n", "WARC/1.1", "response", 12},
      {"WARC/1.0\nWARC-Type: response\nContent-Length: 0\n\n", "WARC/1.0", "response", 0},
      {"WARC/0.18\r\nwarc-type:metadata\r\ncontent-length:7\r\n\r\n", "WARC/0.18", "metadata", 7},
      {"WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n", "WARC/1.0", "", UINT64_MAX},
      {"WARC/1.0\r\nWARC-Type: \t response\t \r\nContent-Length:\r\n 5\r\n\r\n", "WARC/1.0", "response", 5},
      {"WARC/1.0\r\nno field\r\nContent-Length: 1\r\n\r\n", "WARC/1.0", "", 1},
  };
  for (const auto& accepted : kAccepted) {
    const Result<WarcHeader> header = parse_warc_header(accepted.head);
    ASSERT_TRUE(header) << accepted.head;
    EXPECT_EQ(header->version, accepted.version);
    EXPECT_EQ(header->content_length, accepted.length);
    const auto type = header->fields.find("warc-type");
    EXPECT_EQ(type == header->fields.end() ? "" : type->second, accepted.type);
  }
}

TEST(WarcHeader, Refuses) {
  const struct {
    const char *head, *reason;
  } kRefused[] = {
      {"", "no WARC record"},
      {"WARC/\r\n\r\n", "no WARC record"},
      {"WARC/1\r\n\r\n", "no WARC record"},
      {"WARC/1.\r\n\r\n", "no WARC record"},
      {"WARC/.1\r\n\r\n", "no WARC record"},
      {"WARC/1.1 x\r\n\r\n", "no WARC record"},
      {"HTTP/1.1 200 OK\r\n\r\n", "no WARC record"},
      {"WARC/1.1\r\n\r\n", "record without Content-Length"},
      {"WARC/1.1\r\nContent-Length:\r\n\r\n", "record whose Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: 1 2\r\n\r\n", "record whose Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: +1\r\n\r\n", "record whose Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: 0x10\r\n\r\n", "record whose Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: 18446744073709551616\r\n\r\n",
       "record whose Content-Length is no number"},
  };
  for (const auto& refused : kRefused) {
    const Result<WarcHeader> header = parse_warc_header(refused.head);
    ASSERT_FALSE(header) << refused.head;
    EXPECT_EQ(header.error().detail, refused.reason) << refused.head;
  }
}

TEST(WarcHeader, CutAnywhereItNeverGivesAnotherLength) {
  const std::string head = "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 7\r\n\r\n";
  for (size_t size = 0; size < head.size(); ++size) {
    const std::string exact(head, 0, size);
    const Result<WarcHeader> header = parse_warc_header(exact);
    EXPECT_EQ(header ? header->content_length : 7u, 7u) << size;
  }
}

TEST(WarcHeaderText, IsReadBack) {
  const std::string text = WarcHeaderText("request").field("A", "1\r\nB: 2").field("C", "").finish(9);
  EXPECT_EQ(text, "WARC/1.1\r\nWARC-Type: request\r\nA: 1  B: 2\r\nContent-Length: 9\r\n\r\n");
  EXPECT_EQ(parse_warc_header(text)->fields.at("a"), "1  B: 2");
}

}  // namespace
}  // namespace dekko
