// What the fetcher's outcomes are called, and the header that it reads itself.
#include <gtest/gtest.h>

#include "crawler/fetch/fetcher.h"
#include "crawler/fetch/retry_after.h"
#include "tests/support/fake_fetcher.h"

namespace dekko {
namespace {

Exchange exchange(int status) {
  return {.url = Url::parse("http://127.0.0.1/").value(),
          .at = {},
          .remote_ip = {},
          .request_head = {},
          .response_head = {},
          .body = {},
          .status = status};
}

TEST(FetchOutcome, HasAWordForPeople) {
  const std::vector<std::pair<FetchOutcome, std::string>> words = {
      {HttpError{exchange(503), Seconds(3)}, "answered with status 503 and asked for a pause of 3 s"},
      {HttpError{exchange(404)}, "answered with status 404"},
      {TimedOut{"connect", Seconds(20)}, "timed out after 20 s while connecting"},
      {TimedOut{"transfer", Seconds(120)}, "timed out after 120 s"},
      {TimedOut{"stall", Seconds(30)}, "timed out after 30 s in which next to nothing came"},
      {TooLarge{"body", 40 * 1024 * 1024}, "the answer's body outgrew 40 MiB"},
      {TooLarge{"headers", 10}, "the answer's headers outgrew 10 octets"},
      {Broken{"dns", "no such host"}, "its host's name could not be looked up (no such host)"},
      {Broken{"truncated", ""}, "the answer broke off before its end"},
      {Redirected{exchange(302), "/a\x1B[31m"}, "was redirected to /a?[31m"},
      {Interrupted{}, "was interrupted"},
  };
  for (const auto& [outcome, text] : words) EXPECT_EQ(describe(outcome), text);
}

TEST(FetchOutcome, NamesALimitInTheLargestUnitThatHasItWhole) {
  const std::vector<std::pair<uint64_t, std::string>> sizes = {
      {1023, "1023 octets"},       {1024, "1 KiB"},    {1025, "1025 octets"},
      {1048575, "1048575 octets"}, {1048576, "1 MiB"}, {1048577, "1048577 octets"},
      {1572864, "1536 KiB"},
  };
  for (const auto& [bytes, text] : sizes)
    EXPECT_EQ(describe(TooLarge{"body", bytes}), "the answer's body outgrew " + text);
}

TEST(FetchOutcome, ShowsNoControlCharacterOfALocation) {
  EXPECT_EQ(describe(Redirected{exchange(302), "/ \x1F\x7F~"}), "was redirected to / ??~");
}

TEST(FetchOutcome, HasAnExchangeOnlyWhenAnAnswerCame) {
  EXPECT_EQ(exchange_of(Fetched{exchange(200)})->status, 200);
  EXPECT_EQ(exchange_of(HttpError{exchange(500)})->status, 500);
  EXPECT_EQ(exchange_of(Broken{"dns", ""}), nullptr);
  EXPECT_EQ(exchange_of(Interrupted{}), nullptr);
}

const Moment kAnswered = std::chrono::sys_days(std::chrono::year(2024) / 3 / 19) + std::chrono::hours(8);

TEST(RetryAfter, ReadsSecondsAndEveryFormOfDate) {
  const std::vector<std::pair<std::string, Seconds>> accepted = {
      {"0", Seconds(0)},
      {"3", Seconds(3)},
      {"0120", Seconds(120)},
      {"999999999", kLongestRetryAfter},
      {"99999999999999999999999", kLongestRetryAfter},
      {"Tue, 19 Mar 2024 08:00:10 GMT", Seconds(10)},
      {"Tuesday, 19-Mar-24 08:00:10 GMT", Seconds(10)},
      {"Tue Mar 19 08:00:10 2024", Seconds(10)},
      {"Tue, 19 Mar 2024 07:00:00 GMT", Seconds(0)},
      {"Fri, 31 Dec 9999 23:59:59 GMT", kLongestRetryAfter},
  };
  for (const auto& [value, wait] : accepted) EXPECT_EQ(retry_after(value, kAnswered), wait) << value;
}

TEST(RetryAfter, RefusesWhatIsNeither) {
  for (const char* value :
       {"", "-1", "1.5", "3s", " 3", "soon", "+3", "0x10", "2024-03-19", "Tue, 99 Mar 2024"}) {
    EXPECT_EQ(retry_after(value, kAnswered), std::nullopt) << value;
  }
}

TEST(RetryAfter, SurvivesATextCutAnywhere) {
  const std::string whole = "Tue, 19 Mar 2024 08:00:10 GMT";
  for (size_t length = 0; length < whole.size(); ++length) {
    const auto wait = retry_after(whole.substr(0, length), kAnswered);
    EXPECT_TRUE(!wait || *wait <= Seconds(kLongestRetryAfter)) << length;
  }
}

TEST(FakeFetcher, AnswersFromItsScriptAndRecords) {
  FakeClock clock;
  FakeFetcher fetcher(clock, Seconds(2));
  fetcher.answer("http://127.0.0.1/", 503, "");
  fetcher.answer("http://127.0.0.1/", 200, "ok");
  const Url url = Url::parse("http://127.0.0.1/").value();
  for (const char* name : {"http_error", "fetched", "fetched"}) {
    const uint64_t ticket = fetcher.start({.url = url});
    const auto answer = fetcher.wait(Seconds(0));
    EXPECT_EQ(answer->ticket, ticket);
    EXPECT_EQ(name_of(answer->outcome), name);
  }
  EXPECT_EQ(fetcher.started(), (std::vector<Seconds>{Seconds(0), Seconds(2), Seconds(4)}));
}

}  // namespace
}  // namespace dekko
