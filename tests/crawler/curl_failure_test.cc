#include "crawler/fetch/curl_fetcher.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/crawler/fetching.h"

namespace dekko {
namespace {

using CurlFailure = Fetching;

// -- Answers that break off ------------------------------------------------------------------------------

TEST_F(CurlFailure, CallsAShortBodyTruncated) {
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort")), "broken truncated");
}

TEST_F(CurlFailure, DoesNotTakeTheBeginningOfALongerBodyForTheWhole) {
  const auto outcome = fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnine here and more");
  EXPECT_EQ(name(outcome), "broken truncated");
  EXPECT_EQ(std::get<Broken>(outcome).detail, "the body is longer than its Content-Length");
}

// libcurl reads what was announced and no octet more, unless head and body come together.
TEST_F(CurlFailure, DoesNotTakeTheFirstHalfOfALargeBodyForTheWhole) {
  const std::string body(200'000, 'x');
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body, End::kHold)),
            "broken truncated");
}

TEST_F(CurlFailure, DoesNotAskAgainByItselfWhereAKeptConnectionEndsUnanswered) {
  serve({{.answers = {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", ""}}});
  EXPECT_EQ(name(fetch(server_->url())), "fetched");
  EXPECT_EQ(name(fetch(server_->url())), "broken dropped");
  EXPECT_EQ(server_->requests().size(), 2u);
}

TEST_F(CurlFailure, CallsAnUnfinishedChunkedBodyTruncated) {
  const std::string whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  const size_t head = whole.find("\r\n\r\n") + 4;
  // libcurl does not insist on the very last line feed, which carries nothing.
  for (size_t length = head; length + 1 < whole.size(); ++length) {
    EXPECT_EQ(name(fetch_answer(whole.substr(0, length))), "broken truncated") << length - head;
  }
}

TEST_F(CurlFailure, CallsAHeadThatBreaksOffDropped) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  for (size_t length = 0; length < head.size(); ++length) {
    const std::string got = name(fetch_answer(head.substr(0, length)));
    EXPECT_TRUE(got == "broken dropped" || got == "broken protocol") << length << ": " << got;
  }
}

TEST_F(CurlFailure, CallsAResetAfterTheHeadTruncated) {
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", End::kReset)),
            "broken truncated");
}

TEST_F(CurlFailure, CallsAConnectionThatClosesUnanswered) {
  serve({{.answers = {""}}});
  EXPECT_EQ(name(fetch(server_->url())), "broken dropped");
}

TEST_F(CurlFailure, TellsWhatIsNoHttp) {
  EXPECT_EQ(name(fetch_answer("SSH-2.0-nothing to see here\r\n\r\n")), "broken protocol");
}

TEST_F(CurlFailure, TellsARefusedConnection) {
  const int bound = socket(AF_INET, SOCK_STREAM, 0);  // bound and not listening: nobody else gets the port
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  ASSERT_EQ(bind(bound, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(getsockname(bound, reinterpret_cast<sockaddr*>(&address), &size), 0);
  EXPECT_EQ(name(fetch("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/")),
            "broken refused");
  close(bound);
}

TEST_F(CurlFailure, TellsANameThatCannotBeLookedUp) {
  // A label of 64 letters is no name: the resolver refuses it without asking anybody.
  EXPECT_EQ(name(fetch("http://" + std::string(64, 'a') + ".invalid/")), "broken dns");
}

TEST_F(CurlFailure, TellsAServerThatDoesNotSpeakTls) {
  serve({{.greeting = "HTTP/1.1 400 Bad Request\r\n\r\n"}});
  EXPECT_EQ(name(fetch("https://127.0.0.1:" + std::to_string(server_->port()) + "/")), "broken tls");
}

// -- Limits ----------------------------------------------------------------------------------------------

TEST_F(CurlFailure, RefusesAnAnnouncedBodyOverTheLimitBeforeReadingIt) {
  options_.limits.body_bytes = 10;
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", End::kHold)),
            "too_large body");
}

TEST_F(CurlFailure, StopsABodyThatOutgrowsTheLimit) {
  options_.limits.body_bytes = 10;
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\n\r\n12345678901", End::kHold)), "too_large body");
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\n\r\n1234567890")), "fetched");
}

TEST_F(CurlFailure, StopsAFloodOfHeaders) {
  std::string flood = "HTTP/1.1 200 OK\r\n";
  while (flood.size() < 2 * limits::kHeaderBytes) flood += "X-Flood: " + std::string(1000, 'x') + "\r\n";
  EXPECT_EQ(name(fetch_answer(flood, End::kHold)), "too_large headers");
}

TEST_F(CurlFailure, StopsOneEndlessHeader) {
  const std::string endless = "HTTP/1.1 200 OK\r\nX-Flood: " + std::string(2 * limits::kHeaderBytes, 'x');
  EXPECT_EQ(name(fetch_answer(endless, End::kHold)), "too_large headers");
}

TEST_F(CurlFailure, StopsAFloodOfInterimAnswers) {
  std::string flood;
  while (flood.size() < 2 * limits::kHeaderBytes)
    flood += "HTTP/1.1 103 Early\r\nX: " + std::string(1000, 'x') + "\r\n\r\n";
  EXPECT_EQ(name(fetch_answer(flood, End::kHold)), "too_large headers");
}

TEST_F(CurlFailure, NamesTheLimitOfTimeThatWasReached) {
  options_.limits.transfer_time = std::chrono::milliseconds(150);
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", End::kHold)),
            "timed_out transfer");
}

TEST_F(CurlFailure, TimesOutWhileConnecting) {
  options_.limits.connect_time = std::chrono::milliseconds(150);
  serve({{.end = End::kHold}});  // takes the connection and never answers the TLS greeting
  const FetchOutcome outcome = fetch("https://127.0.0.1:" + std::to_string(server_->port()) + "/");
  EXPECT_EQ(name(outcome), "timed_out connect");
  EXPECT_EQ(describe(outcome), "timed out after 0.15 s while connecting");
}

TEST_F(CurlFailure, TimesOutWhenNothingMoves) {
  options_.limits.stall_time = std::chrono::seconds(1);
  EXPECT_EQ(name(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1", End::kHold)),
            "timed_out stall");
}

TEST_F(CurlFailure, GoesOnWithTheNextRequestAfterAnyFailure) {
  options_.limits.body_bytes = 10;
  serve({{.answers = {"HTTP/1.1 200 OK\r\n\r\n12345678901"}},
         {.answers = {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}}});
  EXPECT_EQ(name(fetch(server_->url())), "too_large body");
  EXPECT_EQ(name(fetch(server_->url())), "fetched");
}

}  // namespace
}  // namespace dekko
