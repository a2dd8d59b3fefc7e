#include "archive/chunked.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Chunked, Accepts) {
  const struct {
    const char *body, *text;
  } kAccepted[] = {
      {"4\r\npage\r\n0\r\n\r\n", "page"},
      {"2\r\npa\r\n2\r\nge\r\n0\r\n\r\n", "page"},
      {"2;a=b\r\npa\r\n02  \r\nge\r\n000\r\nTrailer: x\r\n\r\n", "page"},
      {"a\r\n0123456789\r\n0\r\n", "0123456789"},
      {"A\n0123456789\n0\n\n", "0123456789"},
      {"0\r\n\r\n", ""},
      {"", ""},
  };
  for (const auto& accepted : kAccepted) {
    const Result<std::string> text = without_chunks(accepted.body);
    ASSERT_TRUE(text) << accepted.body;
    EXPECT_EQ(*text, accepted.text) << accepted.body;
  }
}

TEST(Chunked, WhatIsNotChunkedIsHandedBack) {
  for (const char* body :
       {"<p>page</p>", "page", "dead beef\r\n", "3\r\npage and more\r\n", "\r\n", "0\r\npage", "-1\r\nx\r\n",
        "fffffffffffffffff\r\nx\r\n", "0x4\r\npage\r\n0\r\n\r\n"}) {
    const Result<std::string> text = without_chunks(body);
    ASSERT_TRUE(text) << body;
    EXPECT_EQ(*text, body);
  }
}

TEST(Chunked, Refuses) {
  const struct {
    const char *body, *reason;
  } kRefused[] = {
      {"4\r\npage\r\nx\r\n", "has a broken chunk at octet 9 of its body"},
      {"4\r\npage\r\n2\r\nmore\r\n0\r\n\r\n", "has a broken chunk at octet 9 of its body"},
      {"4\r\npage\r\nffffffffffffffff\r\nx", "ends before its last chunk"},
  };
  for (const auto& refused : kRefused) {
    const Result<std::string> text = without_chunks(refused.body);
    ASSERT_FALSE(text) << refused.body;
    EXPECT_EQ(text.error().detail, refused.reason);
  }
}

TEST(Chunked, CutAnywhereAfterItsFirstSizeItIsRefused) {
  const std::string body = "4\r\npage\r\n5\r\n more\r\n0\r\n";
  const size_t last_size = body.size() - 3;
  for (size_t size = 3; size < body.size(); ++size) {
    const Result<std::string> text = without_chunks(std::string(body, 0, size));
    EXPECT_FALSE(text) << size;
  }
  EXPECT_TRUE(without_chunks(body));
  EXPECT_FALSE(without_chunks(body.substr(0, last_size)));
}

}  // namespace
}  // namespace dekko
