#include "crawler/fetch/curl_fetcher.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "tests/crawler/fetching.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

using CurlFetcherTest = Fetching;

// -- What is sent ----------------------------------------------------------------------------------------

TEST_F(CurlFetcherTest, KeepsTheRequestHeadExactlyAsTheServerSawIt) {
  options_.from = "mail@example.org";
  const FetchOutcome outcome = fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  ASSERT_EQ(server_->requests().size(), 1u);
  EXPECT_EQ(exchange(outcome).request_head, server_->requests()[0]);
  EXPECT_EQ(server_->requests()[0], "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server_->port()) +
                                        "\r\nUser-Agent: dekko/0.1.0 (+mail@example.org)\r\nAccept: */*\r\n"
                                        "From: mail@example.org\r\nAccept-Encoding: gzip, br, zstd\r\n\r\n");
}

TEST_F(CurlFetcherTest, SendsValidatorsAndNoneThatWouldForgeAHeader) {
  serve({{.answers = {"HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\nConnection: close\r\n\r\n"}}});
  const FetchOutcome outcome = fetch(Request{.url = Url::parse(server_->url()).value(),
                                             .if_none_match = "\"a\"",
                                             .if_modified_since = "x\r\nEvil: 1"});
  EXPECT_EQ(name(outcome), "not_modified");
  EXPECT_NE(server_->requests()[0].find("\r\nIf-None-Match: \"a\"\r\n"), std::string::npos);
  EXPECT_EQ(server_->requests()[0].find("Evil"), std::string::npos);
}

TEST_F(CurlFetcherTest, SendsNoFragment) {
  serve({{.answers = {"HTTP/1.1 204 None\r\n\r\n"}}});
  fetch(server_->url("/a?b=c#d"));
  EXPECT_TRUE(server_->requests()[0].starts_with("GET /a?b=c HTTP/1.1\r\n")) << server_->requests()[0];
}

TEST_F(CurlFetcherTest, SendsTheCookiesOfTheFileAndNeverWritesIt) {
  const Scratch scratch;
  const std::string text = "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tabc\n";
  options_.cookie_file = scratch.write("cookies.txt", text);
  fetch_answer("HTTP/1.1 200 OK\r\nSet-Cookie: session=new\r\nContent-Length: 0\r\n\r\n");
  fetcher_.reset();
  EXPECT_NE(server_->requests()[0].find("\r\nCookie: session=abc\r\n"), std::string::npos);
  std::string after;
  std::getline(std::ifstream(options_.cookie_file), after, '\0');
  EXPECT_EQ(after, text);
}

TEST_F(CurlFetcherTest, KeepsTheConnectionAliveThroughChunkedAnswers) {
  const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
  serve({{.answers = {chunked, chunked}}});
  EXPECT_EQ(name(fetch(server_->url("/1"))), "fetched");
  EXPECT_EQ(name(fetch(server_->url("/2"))), "fetched");
  EXPECT_EQ(server_->connections(), 1);
}

TEST_F(CurlFetcherTest, ReachesAHostWithLettersBeyondAscii) {
  serve({{.answers = {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"}}});
  const FetchOutcome outcome =
      fetch("http://b\xC3\xBC\x63her.localhost:" + std::to_string(server_->port()) + "/");
  ASSERT_EQ(name(outcome), "fetched") << describe(outcome);
  EXPECT_NE(server_->requests()[0].find("\r\nHost: xn--bcher-kva.localhost:"), std::string::npos);
}

// -- What comes back -------------------------------------------------------------------------------------

TEST_F(CurlFetcherTest, LeavesContentCodingsOn) {
  const std::string not_really_gzip("\x1F\x8B\x08\x00zzz", 7);
  const FetchOutcome outcome = fetch_answer(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n" + not_really_gzip);
  EXPECT_EQ(exchange(outcome).body, not_really_gzip);
}

TEST_F(CurlFetcherTest, KeepsChunkFramingAndTrailersInTheBody) {
  const std::string body = "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n";
  const FetchOutcome outcome = fetch_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
  EXPECT_EQ(name(outcome), "fetched");
  EXPECT_EQ(exchange(outcome).body, body);
  EXPECT_EQ(exchange(outcome).response_head, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
}

TEST_F(CurlFetcherTest, KeepsTheFinalHeadOnlyInItsOrder) {
  const std::string head = "HTTP/1.1 200 Fine\r\nB: 2\r\na: 1\r\nB:  3 \r\nContent-Length: 1\r\n\r\n";
  const FetchOutcome outcome =
      fetch_answer("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 103 Again\r\n\r\n" + head + "x");
  EXPECT_EQ(exchange(outcome).response_head, head);
  EXPECT_EQ(exchange(outcome).status, 200);
  EXPECT_EQ(exchange(outcome).remote_ip, "127.0.0.1");
}

TEST_F(CurlFetcherTest, ReadsABodyThatEndsWithTheConnection) {
  EXPECT_EQ(exchange(fetch_answer("HTTP/1.0 200 OK\r\n\r\nall of it")).body, "all of it");
}

TEST_F(CurlFetcherTest, HandsRedirectsBackInsteadOfFollowingThem) {
  const FetchOutcome outcome =
      fetch_answer("HTTP/1.1 302 Found\r\nLocation: /login?a#b\r\nContent-Length: 0\r\n\r\n");
  ASSERT_EQ(name(outcome), "redirected");
  EXPECT_EQ(std::get<Redirected>(outcome).location, "/login?a#b");
  EXPECT_EQ(server_->requests().size(), 1u);
}

TEST_F(CurlFetcherTest, CallsARedirectWithoutLocationAnError) {
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")), "http_error");
}

TEST_F(CurlFetcherTest, ReadsRetryAfterInSecondsAndAsADate) {
  const FetchOutcome seconds =
      fetch_answer("HTTP/1.1 429 Slow\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(std::get<HttpError>(seconds).retry_after, Seconds(3));
  const FetchOutcome date = fetch_answer(
      "HTTP/1.1 503 Later\r\nDate: Tue, 19 Mar 2024 08:00:00 GMT\r\n"
      "Retry-After: Tue, 19 Mar 2024 08:01:30 GMT\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(std::get<HttpError>(date).retry_after, Seconds(90));
}

TEST_F(CurlFetcherTest, KeepsTheBodyOfAnError) {
  const FetchOutcome outcome = fetch_answer("HTTP/1.1 404 Gone\r\nContent-Length: 4\r\n\r\ngone");
  EXPECT_EQ(name(outcome), "http_error");
  EXPECT_EQ(exchange(outcome).body, "gone");
}

// -- Starting and stopping -------------------------------------------------------------------------------

TEST_F(CurlFetcherTest, GivesUpEverythingAtOnceWhenTheUserInterrupts) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  options_.interrupt_fd = pipe_ends[0];
  serve({{.end = End::kHold}});
  fetcher().start({.url = Url::parse(server_->url("/1")).value()});
  fetcher().start({.url = Url::parse(server_->url("/2")).value()});
  ASSERT_EQ(write(pipe_ends[1], "x", 1), 1);
  for (const uint64_t ticket : {1, 2}) {
    const auto answer = fetcher().wait(kPatience);
    ASSERT_TRUE(answer);
    EXPECT_LE(answer->ticket, ticket + 1);
    EXPECT_EQ(name(answer->outcome), "interrupted");
  }
  EXPECT_FALSE(fetcher().wait(kPatience));
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

TEST_F(CurlFetcherTest, WaitsNoLongerThanAsked) {
  serve({{.end = End::kHold}});
  fetcher().start({.url = Url::parse(server_->url()).value()});
  EXPECT_FALSE(fetcher().wait(Seconds(0.01)));
}

TEST_F(CurlFetcherTest, IsWokenFromAnotherThread) {
  std::thread other([&woken = fetcher()] { woken.wake(); });
  EXPECT_FALSE(fetcher().wait(kPatience));
  other.join();
}

TEST_F(CurlFetcherTest, LetsAPausePassUntilTheUserInterrupts) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  options_.interrupt_fd = pipe_ends[0];
  ASSERT_EQ(write(pipe_ends[1], "x", 1), 1);
  EXPECT_FALSE(fetcher().wait(kPatience));
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

TEST_F(CurlFetcherTest, TakesNoMoreThanItMayHaveUnderWay) {
  options_.limits.transfers = 1;
  serve({{.answers = {"HTTP/1.1 204 None\r\n\r\n"}}});
  EXPECT_TRUE(fetcher().can_start());
  fetcher().start({.url = Url::parse(server_->url()).value()});
  EXPECT_FALSE(fetcher().can_start());
  EXPECT_TRUE(fetcher().wait(kPatience));
  EXPECT_TRUE(fetcher().can_start());
}

TEST_F(CurlFetcherTest, RefusesCookieFilesThatCannotHelp) {
  const Scratch scratch;
  options_.cookie_file = scratch / "none.txt";
  EXPECT_EQ(make_curl_fetcher(options_, kClock).error().code, ErrorCode::kIo);
  options_.cookie_file = scratch.write("page.html", "<html>not cookies</html>\n");
  EXPECT_EQ(make_curl_fetcher(options_, kClock).error().message(),
            options_.cookie_file +
                ": holds no cookie that is still good; export the cookies again, in Netscape format");
}

TEST_F(CurlFetcherTest, RefusesAContactThatWouldForgeAHeader) {
  options_.user_agent = "dekko (+a\r\nEvil: 1)";
  EXPECT_EQ(make_curl_fetcher(options_, kClock).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace dekko
