#include "crawler/polite/pacer.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

const Url kFar = Url::parse("https://h.example/a").value();
const Url kNear = Url::parse("http://127.0.0.1:8080/a").value();
constexpr Seconds kEnd{100};  // when the answer before was over
constexpr bool kGood = true, kBad = false;

// A pacer that had one good answer, which took that long and was over at kEnd.
Pacer after_an_answer(const Url& url, PaceRules rules = {}, Seconds took = Seconds(0)) {
  Pacer pacer(rules);
  pacer.answered(url, kEnd, took, kGood);
  return pacer;
}

void expect_turn(const Pacer& pacer, const Url& url, Seconds after_end, std::string_view rule) {
  EXPECT_NEAR((pacer.turn(url).at - kEnd).count(), after_end.count(), 1e-9);
  EXPECT_EQ(pacer.turn(url).rule, rule);
}

TEST(Pacer, LetsTheFirstRequestGoAtOnce) {
  EXPECT_EQ(Pacer({}).turn(kFar).at, Seconds(0));
  EXPECT_EQ(Pacer({}).turn(kFar).rule, "none");
}

TEST(Pacer, WaitsFiveSecondsByDefault) {
  expect_turn(after_an_answer(kFar), kFar, Seconds(5), "delay");
}

TEST(Pacer, SparesLoopback) {
  expect_turn(after_an_answer(kNear, {}, Seconds(9)), kNear, Seconds(0), "none");
}

TEST(Pacer, ObeysTheUserEverywhere) {
  expect_turn(after_an_answer(kFar, {.delay = Seconds(2)}), kFar, Seconds(2), "delay");
  expect_turn(after_an_answer(kNear, {.delay = Seconds(2)}), kNear, Seconds(2), "delay");
}

TEST(Pacer, ObeysALongerCrawlDelayEverywhere) {
  for (const Url& url : {kFar, kNear}) {
    Pacer pacer = after_an_answer(url, {.delay = Seconds(2)});
    pacer.set_crawl_delay(url, Seconds(1));
    expect_turn(pacer, url, Seconds(2), "delay");
    pacer.set_crawl_delay(url, Seconds(7.5));
    expect_turn(pacer, url, Seconds(7.5), "crawl-delay");
  }
}

TEST(Pacer, WaitsFiveTimesTheLastAnswersTime) {
  expect_turn(after_an_answer(kFar, {}, Seconds(3)), kFar, Seconds(15), "answer-time");
  expect_turn(after_an_answer(kNear, {.delay = Seconds(1)}, Seconds(3)), kNear, Seconds(15), "answer-time");
}

TEST(Pacer, GrantsRetryAfterEverywhere) {
  for (const Url& url : {kFar, kNear}) {
    Pacer pacer = after_an_answer(url);
    pacer.asked_to_wait(url, kEnd, Seconds(3600));
    expect_turn(pacer, url, Seconds(3600), "retry-after");
  }
}

TEST(Pacer, DoublesThePauseOnEachFailure) {
  Pacer pacer = after_an_answer(kFar);
  for (const double pause : {10, 20, 40, 80, 160, 320, 640, 900, 900}) {
    pacer.answered(kFar, kEnd, Seconds(0), kBad);
    expect_turn(pacer, kFar, Seconds(pause), "backoff");
  }
}

TEST(Pacer, BacksOffFromLoopbackTooThoughItHasNoPause) {
  Pacer pacer = after_an_answer(kNear);
  for (const double pause : {0.1, 0.2, 0.4}) {
    pacer.answered(kNear, kEnd, Seconds(0), kBad);
    expect_turn(pacer, kNear, Seconds(pause), "backoff");
  }
}

TEST(Pacer, BacksOffASecondAtLeastWhereADelayIsGiven) {
  for (const Url& url : {kFar, kNear}) {
    Pacer pacer = after_an_answer(url, {.delay = Seconds(0.01)});
    pacer.answered(url, kEnd, Seconds(0), kBad);
    expect_turn(pacer, url, Seconds(1), "backoff");
  }
}

TEST(Pacer, GrowsFromWhatRetryAfterAskedFor) {
  Pacer pacer = after_an_answer(kNear);
  pacer.answered(kNear, kEnd, Seconds(0), kBad);
  pacer.asked_to_wait(kNear, kEnd, Seconds(3));
  expect_turn(pacer, kNear, Seconds(3), "retry-after");
  pacer.answered(kNear, kEnd, Seconds(0), kBad);
  expect_turn(pacer, kNear, Seconds(6), "backoff");
}

TEST(Pacer, ShrinksSlowlyOnGoodAnswers) {
  Pacer pacer = after_an_answer(kFar, {.delay = Seconds(0)});
  for (int i = 0; i < 3; ++i) pacer.answered(kFar, kEnd, Seconds(0), kBad);
  for (const double pause : {3.0, 2.25, 1.6875, 1.265625}) {
    pacer.answered(kFar, kEnd, Seconds(0), kGood);
    expect_turn(pacer, kFar, Seconds(pause), "backoff");
  }
  pacer.answered(kFar, kEnd, Seconds(0), kGood);
  expect_turn(pacer, kFar, Seconds(0), "none");
}

TEST(Pacer, IsNeverMadeFasterByAnErrorThatComesFast) {
  Pacer pacer = after_an_answer(kFar, {}, Seconds(10));
  Seconds pause = pacer.pause(kFar);
  for (int i = 0; i < 50; ++i) {
    pacer.answered(kFar, kEnd, Seconds(0.001), kBad);
    EXPECT_GE(pacer.pause(kFar), pause);
    pause = pacer.pause(kFar);
  }
}

TEST(Pacer, OnlySlowsDownByChance) {
  Pacer pacer = after_an_answer(kFar);
  pacer.answered(kFar, kEnd, Seconds(0), kBad);
  EXPECT_EQ(pacer.turn(kFar, 0).at, kEnd + Seconds(10));
  EXPECT_EQ(pacer.turn(kFar, 0.5).at, kEnd + Seconds(15));
  EXPECT_EQ(pacer.turn(kFar, 1).at, kEnd + Seconds(20));
  EXPECT_EQ(pacer.turn(kFar, -7).at, kEnd + Seconds(10));
}

TEST(Pacer, KeepsChanceWithinFifteenMinutes) {
  Pacer pacer = after_an_answer(kFar);
  for (int i = 0; i < 12; ++i) pacer.answered(kFar, kEnd, Seconds(0), kBad);
  EXPECT_EQ(pacer.turn(kFar, 1).at, kEnd + kLongestBackoff);
}

TEST(Pacer, TellsThePauseThatItsRuleAsksFor) {
  Pacer pacer = after_an_answer(kFar);
  EXPECT_EQ(pacer.turn(kFar).pause, Seconds(5));
  pacer.asked_to_wait(kFar, kEnd, Seconds(60));
  EXPECT_EQ(pacer.turn(kFar).pause, Seconds(60));
  EXPECT_EQ(Pacer({}).turn(kFar).pause, Seconds(0));
}

TEST(Pacer, LetsAHostRestAfterFiveFailuresInARow) {
  Pacer pacer = after_an_answer(kFar);
  for (int i = 0; i < 4; ++i) pacer.answered(kFar, kEnd, Seconds(0), kBad);
  pacer.answered(kFar, kEnd, Seconds(0), kGood);
  for (int i = 0; i < 4; ++i) pacer.answered(kFar, kEnd, Seconds(0), kBad);
  EXPECT_FALSE(pacer.rests(kFar));
  pacer.answered(kFar, kEnd, Seconds(0), kBad);
  EXPECT_TRUE(pacer.rests(kFar));
  EXPECT_FALSE(pacer.rests(kNear));
}

TEST(Pacer, GivesHostsAtOneAddressOnePace) {
  const Url one = Url::parse("https://one.example/").value(),
            two = Url::parse("https://two.example/").value();
  Pacer pacer = after_an_answer(one, {}, Seconds(3));
  EXPECT_NE(pacer.lane(one), pacer.lane(two));
  pacer.share(one, {"192.0.2.1"});
  pacer.share(two, {"192.0.2.1"});
  EXPECT_EQ(pacer.lane(one), pacer.lane(two));
  expect_turn(pacer, two, Seconds(15), "answer-time");
  pacer.set_crawl_delay(one, Seconds(30));
  pacer.set_crawl_delay(two, Seconds(20));
  expect_turn(pacer, two, Seconds(30), "crawl-delay");
}

TEST(Pacer, TakesTheSlowerPaceOfHostsThatTurnOutToBeOne) {
  const Url one = Url::parse("https://one.example/").value(),
            two = Url::parse("https://two.example/").value();
  Pacer pacer({});
  pacer.answered(one, kEnd - Seconds(1), Seconds(0), kBad);
  pacer.answered(two, kEnd, Seconds(0), kGood);
  pacer.share(one, {"192.0.2.1"});
  pacer.share(two, {"192.0.2.1"});
  pacer.share(two, {"192.0.2.2"});  // the first address counts
  expect_turn(pacer, one, Seconds(10), "backoff");
  expect_turn(pacer, two, Seconds(10), "backoff");
}

TEST(Pacer, GoesOnWhereAnEarlierRunStood) {
  Pacer pacer({});
  pacer.recall(kFar, kEnd, {.ended = kEnd, .took = Seconds(2), .pause = Seconds(5)});
  expect_turn(pacer, kFar, Seconds(10), "answer-time");
  pacer.recall(kNear, kEnd, {.ended = kEnd, .pause = Seconds(4), .good = false});
  expect_turn(pacer, kNear, Seconds(8), "backoff");
  EXPECT_EQ(pacer.last_end(kNear), kEnd);
}

TEST(Pacer, StillGrantsTheRetryAfterOfAnEarlierRun) {
  Pacer pacer({});
  pacer.recall(kFar, Seconds(1), {.ended = Seconds(-50), .asked_for = Seconds(120), .good = false});
  EXPECT_EQ(pacer.turn(kFar).at, Seconds(70));
  EXPECT_EQ(pacer.turn(kFar).rule, "retry-after");
}

TEST(Pacer, DoesNotWaitForAMomentThatAClockSetBackHasYetToReach) {
  Pacer pacer({});
  pacer.recall(kFar, Seconds(10), {.ended = Seconds(30'000'000), .asked_for = Seconds(120)});
  EXPECT_EQ(pacer.turn(kFar).at, Seconds(130));
}

TEST(Pacer, ForgetsWhatAnEarlierRunWaitedForOnceItIsOver) {
  Pacer pacer({});
  pacer.recall(kFar, kEnd + Seconds(3600), {.ended = kEnd, .pause = Seconds(100), .good = false});
  EXPECT_EQ(pacer.last_end(kFar), std::nullopt);
  EXPECT_EQ(pacer.pause(kFar), kDefaultDelay);
}

TEST(Pacer, GivesOnePaceToHostsThatHaveOneOfTheirAddressesInCommon) {
  const Url name = Url::parse("http://localhost/").value();
  Pacer pacer({});
  pacer.share(name, {"::1", "127.0.0.1"});
  pacer.share(kNear, {"127.0.0.1"});
  EXPECT_EQ(pacer.lane(name), pacer.lane(kNear));
}

TEST(Pacer, KeepsHostsApartAndPortsTogether) {
  const Pacer pacer = after_an_answer(kFar);
  EXPECT_EQ(pacer.turn(Url::parse("https://other.example/").value()).at, Seconds(0));
  EXPECT_EQ(pacer.turn(Url::parse("http://h.example:8080/").value()).at, kEnd + Seconds(5));
}

TEST(Pacer, TellsThePauseBeforeTheFirstAnswer) {
  EXPECT_EQ(Pacer({}).pause(kFar), Seconds(5));
  EXPECT_EQ(Pacer({}).pause(kNear), Seconds(0));
}

}  // namespace
}  // namespace dekko
