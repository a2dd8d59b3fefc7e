#include "archive/http_message.h"

#include <gtest/gtest.h>

#include "core/limits.h"

namespace dekko {
namespace {

TEST(HttpHead, Accepts) {
  const struct {
    const char* message;
    int status;
    const char *type, *body;
  } kAccepted[] = {
      {"HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n\r\nbody", 200, "a/b", "body"},
      {"HTTP/1.0 404 Not Found\nCONTENT-TYPE:a/b\n\nbody", 404, "a/b", "body"},
      {"HTTP/2 200\r\ncontent-type: a/b\r\n\r\nbody", 200, "a/b", "body"},
      {"HTTP/1.1 200 \r\n\r\n", 200, "", ""},
      {"HTTP/1.1  301 Moved\r\n\r\n", 301, "", ""},
      {"HTTP/1.1 200 OK\r\nContent-Type: a/b;\r\n c=d\r\n\r\n", 200, "a/b; c=d", ""},
      {"HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n\r\n", 200, "a/b", ""},
      {"HTTP/1.1 200 OK\r\nno field here\r\nContent-Type: a/b\r\n\r\n\r\n\r\n", 200, "a/b", "\r\n\r\n"},
      {"HTTP/1.1 200 OK\r\n\r\nContent-Type: a/b\r\n\r\n", 200, "", "Content-Type: a/b\r\n\r\n"},
  };
  for (const auto& accepted : kAccepted) {
    const Result<HttpHead> head = parse_http_head(accepted.message);
    ASSERT_TRUE(head) << accepted.message;
    EXPECT_EQ(head->status, accepted.status) << accepted.message;
    EXPECT_EQ(head->value("content-type"), accepted.type) << accepted.message;
    EXPECT_EQ(std::string_view(accepted.message).substr(head->size), accepted.body) << accepted.message;
  }
}

TEST(HttpHead, Refuses) {
  for (const char* message :
       {"\r\n\r\n", "HTTP\r\n\r\n", "HTTP/\r\n\r\n", "HTTP/x 200\r\n\r\n", "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 \r\n\r\n", "HTTP/1.1 20\r\n\r\n", "HTTP/1.1 2000\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 099\r\n\r\n", "ICY 200 OK\r\n\r\n", " HTTP/1.1 200 OK\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"}) {
    const Result<HttpHead> head = parse_http_head(message);
    ASSERT_FALSE(head) << message;
    EXPECT_TRUE(head.error().detail.starts_with("does not begin with an HTTP status line but with"))
        << message;
  }
}

TEST(HttpHead, CutAnywhereItDoesNotEnd) {
  const std::string message = "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n\r\n";
  for (size_t size = 0; size < message.size(); ++size) {
    const Result<HttpHead> head = parse_http_head(std::string(message, 0, size));
    ASSERT_FALSE(head) << size;
    EXPECT_EQ(head.error().detail, "ends inside its HTTP header");
  }
}

TEST(HttpHead, OverTheLimitIsRefused) {
  const std::string filler(limits::kHeaderBytes, 'x');
  EXPECT_EQ(parse_http_head("HTTP/1.1 200 OK\r\nA: " + filler + "\r\n\r\n").error().code, ErrorCode::kLimit);
}

TEST(HttpHead, FieldsOfOneNameAreOneList) {
  EXPECT_EQ(parse_http_head("HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\na: 3\r\n\r\n")->list("a"), "1, 3");
}

}  // namespace
}  // namespace dekko
