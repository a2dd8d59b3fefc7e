// What every fetcher owes its caller: the same claims, held against each implementation.
#include <gtest/gtest.h>
#include <unistd.h>

#include <memory>
#include <set>

#include "crawler/fetch/curl_fetcher.h"
#include "tests/crawler/raw_server.h"
#include "tests/support/fake_fetcher.h"

namespace dekko {
namespace {

constexpr Seconds kPatience{20};

// Serves "ok" at every address, by a real connection.
class RealWorld {
 public:
  RealWorld() {
    EXPECT_EQ(pipe(interrupt_), 0);
    fetcher_ = make_curl_fetcher({.user_agent = "dekko", .interrupt_fd = interrupt_[0]}, clock_).value();
  }
  ~RealWorld() {
    close(interrupt_[0]);
    close(interrupt_[1]);
  }
  Fetcher& fetcher() { return *fetcher_; }
  Url url() const { return Url::parse(server_.url("/page")).value(); }
  void interrupt() { EXPECT_EQ(write(interrupt_[1], "x", 1), 1); }

 private:
  SystemClock clock_;
  RawServer server_{{{.answers = {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"}}}};
  int interrupt_[2] = {-1, -1};
  std::unique_ptr<Fetcher> fetcher_;
};

// The same from a script.
class FakeWorld {
 public:
  FakeWorld() {
    fetcher_.allow(8);
    fetcher_.answer(url().text(), 200, "ok");
  }
  Fetcher& fetcher() { return fetcher_; }
  Url url() const { return Url::parse("http://127.0.0.1/page").value(); }
  void interrupt() { fetcher_.interrupt(); }

 private:
  FakeClock clock_;
  FakeFetcher fetcher_{clock_};
};

template <class World>
class FetcherContract : public testing::Test {
 protected:
  World world_;
};

using Worlds = testing::Types<RealWorld, FakeWorld>;
TYPED_TEST_SUITE(FetcherContract, Worlds);

TYPED_TEST(FetcherContract, HasNothingToTellWhenNothingIsUnderWay) {
  EXPECT_TRUE(this->world_.fetcher().can_start());
  EXPECT_FALSE(this->world_.fetcher().wait(Seconds(0.01)));
}

TYPED_TEST(FetcherContract, TellsWhatWasAskedAndWhatCame) {
  Fetcher& fetcher = this->world_.fetcher();
  const uint64_t ticket = fetcher.start({.url = this->world_.url(), .purpose = Purpose::kRecheck});
  const auto answer = fetcher.wait(kPatience);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->ticket, ticket);
  EXPECT_EQ(answer->url, this->world_.url());
  EXPECT_EQ(answer->purpose, Purpose::kRecheck);
  ASSERT_TRUE(std::holds_alternative<Fetched>(answer->outcome)) << describe(answer->outcome);
  const Exchange& exchange = std::get<Fetched>(answer->outcome).exchange;
  EXPECT_EQ(exchange.body, "ok");
  EXPECT_EQ(exchange.status, 200);
  EXPECT_TRUE(exchange.request_head.ends_with("\r\n\r\n"));
  EXPECT_TRUE(exchange.response_head.ends_with("\r\n\r\n"));
}

TYPED_TEST(FetcherContract, AnswersEachRequestOnce) {
  Fetcher& fetcher = this->world_.fetcher();
  std::set<uint64_t> started, answered;
  for (int i = 0; i < 3; ++i) started.insert(fetcher.start({.url = this->world_.url()}));
  for (int i = 0; i < 3; ++i) answered.insert(fetcher.wait(kPatience).value().ticket);
  EXPECT_EQ(started.size(), 3u);
  EXPECT_EQ(answered, started);
  EXPECT_FALSE(fetcher.wait(Seconds(0)));
}

TYPED_TEST(FetcherContract, AnswersInterruptedFromThenOn) {
  Fetcher& fetcher = this->world_.fetcher();
  this->world_.interrupt();
  for (int i = 0; i < 2; ++i) {
    fetcher.start({.url = this->world_.url()});
    const auto answer = fetcher.wait(kPatience);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(std::holds_alternative<Interrupted>(answer->outcome)) << describe(answer->outcome);
  }
}

}  // namespace
}  // namespace dekko
