#include "crawler/polite/robots_gate.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

using Kind = RobotsAnswer::Kind;
using std::chrono::hours;

const Moment kNow = std::chrono::sys_days(std::chrono::year(2024) / 3 / 19);
const Url kPage = Url::parse("https://h.example/tag/x/").value();

std::string decision(const RobotsGate& gate, Moment now, const Url& url = kPage) {
  const RobotsGate::Decision decided = gate.ask(url, now);
  if (const auto* first = std::get_if<RobotsGate::FetchFirst>(&decided))
    return "fetch " + first->robots_url.text();
  if (const auto* refused = std::get_if<RobotsGate::Refused>(&decided)) {
    return (refused->unreachable ? "unreachable: " : "refused: ") + refused->verdict.text;
  }
  return "allowed";
}

RobotsGate gate_with(const RobotsAnswer& answer) {
  RobotsGate gate("dekko");
  gate.learn(kPage, answer, kNow);
  return gate;
}

const RobotsAnswer kRules{.kind = Kind::kBody, .body = "User-agent: *\nDisallow: /tag/\nCrawl-delay: 9"};
const RobotsAnswer kDown{.kind = Kind::kUnreachable, .why = "timed out"};

TEST(RobotsGate, AsksForRobotsFirst) {
  EXPECT_EQ(decision(RobotsGate("dekko"), kNow), "fetch https://h.example/robots.txt");
}

TEST(RobotsGate, NeverBarsRobotsItself) {
  const Url robots = Url::parse("https://h.example/robots.txt").value();
  EXPECT_EQ(decision(RobotsGate("dekko"), kNow, robots), "allowed");
  EXPECT_EQ(decision(gate_with(kDown), kNow, robots), "allowed");
}

TEST(RobotsGate, RefusesByTheRules) {
  EXPECT_EQ(decision(gate_with(kRules), kNow), "refused: Disallow: /tag/");
}

TEST(RobotsGate, AllowsAllWhereThereIsNone) {
  EXPECT_EQ(decision(gate_with({.kind = Kind::kUnavailable}), kNow), "allowed");
}

TEST(RobotsGate, RefusesAllWhereItCouldNotBeHad) {
  EXPECT_EQ(decision(gate_with(kDown), kNow), "unreachable: timed out");
}

TEST(RobotsGate, AsksAgainAfterADay) {
  const RobotsGate gate = gate_with(kRules);
  EXPECT_EQ(decision(gate, kNow + hours(24) - std::chrono::milliseconds(1)), "refused: Disallow: /tag/");
  EXPECT_EQ(decision(gate, kNow + hours(24)), "fetch https://h.example/robots.txt");
}

TEST(RobotsGate, AsksAgainAnHourAfterAFailure) {
  EXPECT_EQ(decision(gate_with(kDown), kNow + hours(1)), "fetch https://h.example/robots.txt");
}

TEST(RobotsGate, KeepsOldRulesThroughAFailureForThirtyDays) {
  RobotsGate gate = gate_with(kRules);
  gate.learn(kPage, kDown, kNow + hours(24 * 29));
  EXPECT_EQ(decision(gate, kNow + hours(24 * 29)), "refused: Disallow: /tag/");
  gate.learn(kPage, kDown, kNow + hours(24 * 30));
  EXPECT_EQ(decision(gate, kNow + hours(24 * 30)), "unreachable: timed out");
}

TEST(RobotsGate, SaysWhenItReliesOnOldRules) {
  RobotsGate gate = gate_with(kRules);
  EXPECT_FALSE(gate.relies_on_old_copy(kPage));
  gate.learn(kPage, kDown, kNow + hours(24));
  EXPECT_TRUE(gate.relies_on_old_copy(kPage));
  EXPECT_FALSE(gate_with(kDown).relies_on_old_copy(kPage));
}

TEST(RobotsGate, AsksWithTheValidatorsOfTheCopyThatItKnows) {
  RobotsGate gate = gate_with({.kind = Kind::kBody, .body = "", .etag = "\"e\"", .last_modified = "then"});
  const auto first = std::get<RobotsGate::FetchFirst>(gate.ask(kPage, kNow + hours(24)));
  EXPECT_EQ(first.etag, "\"e\"");
  EXPECT_EQ(first.last_modified, "then");
}

TEST(RobotsGate, TakesNotModifiedForTheSameRulesOneDayMore) {
  RobotsGate gate = gate_with(kRules);
  gate.learn(kPage, {.kind = Kind::kUnchanged}, kNow + hours(25));
  EXPECT_EQ(decision(gate, kNow + hours(48)), "refused: Disallow: /tag/");
  EXPECT_EQ(gate.copy(kPage)->read, kNow + hours(25));
}

TEST(RobotsGate, DoesNotTakeNotModifiedForRulesThatItNeverHad) {
  EXPECT_EQ(decision(gate_with({.kind = Kind::kUnchanged, .why = "status 304"}), kNow),
            "unreachable: status 304");
}

TEST(RobotsGate, HandsOverWhatItLearntToTheNextRun) {
  for (const RobotsAnswer& answer : {kRules, RobotsAnswer{.kind = Kind::kUnavailable}}) {
    const RobotsGate learnt = gate_with(answer);
    RobotsGate next("dekko");
    next.recall(kPage, learnt.copy(kPage).value(), kNow);
    EXPECT_EQ(decision(next, kNow + hours(23)), decision(learnt, kNow));
    EXPECT_EQ(decision(next, kNow + hours(24)), "fetch https://h.example/robots.txt");
  }
  EXPECT_EQ(gate_with(kDown).copy(kPage), std::nullopt);
}

TEST(RobotsGate, UsesTheCopyOfAnEarlierRunForThirtyDays) {
  for (const auto& [days, expected] :
       {std::pair(29, "refused: Disallow: /tag/"), std::pair(30, "unreachable: timed out")}) {
    RobotsGate gate("dekko");
    gate.recall(kPage, gate_with(kRules).copy(kPage).value(), kNow);
    gate.learn(kPage, kDown, kNow + days * hours(24));
    EXPECT_EQ(decision(gate, kNow + days * hours(24)), expected);
  }
}

TEST(RobotsGate, AsksAnewWhereTheClockWasPutBackSince) {
  const Moment before = kNow - hours(30);
  RobotsGate gate("dekko");
  gate.recall(kPage, gate_with(kRules).copy(kPage).value(), before);
  EXPECT_EQ(decision(gate, before), "fetch https://h.example/robots.txt");
  gate.learn(kPage, kDown, before);
  EXPECT_EQ(decision(gate, before), "refused: Disallow: /tag/");
}

TEST(RobotsGate, ForgetsNothingThatItKnowsForAnOlderCopy) {
  RobotsGate gate = gate_with(kRules);
  gate.recall(kPage, {.absent = true, .read = kNow}, kNow);
  EXPECT_EQ(decision(gate, kNow), "refused: Disallow: /tag/");
}

TEST(RobotsGate, WalksNoSiteThatAsksForMoreThanAnHour) {
  const std::string rules = "User-agent: *\nCrawl-delay: ";
  EXPECT_EQ(decision(gate_with({.kind = Kind::kBody, .body = rules + "3600"}), kNow), "allowed");
  EXPECT_EQ(decision(gate_with({.kind = Kind::kBody, .body = rules + "3600.5"}), kNow),
            "refused: Crawl-delay: it asks for 3601 s between requests, more than an hour");
}

TEST(RobotsGate, RecoversFromAFailure) {
  RobotsGate gate = gate_with(kDown);
  gate.learn(kPage, {.kind = Kind::kUnavailable}, kNow + hours(1));
  EXPECT_EQ(decision(gate, kNow + hours(1)), "allowed");
}

TEST(RobotsGate, TellsOriginsApartBySchemeHostAndPort) {
  const RobotsGate gate = gate_with(kRules);
  for (const std::string origin : {"http://h.example", "https://www.h.example", "https://h.example:8443"}) {
    EXPECT_EQ(decision(gate, kNow, Url::parse(origin + "/tag/x/").value()),
              "fetch " + origin + "/robots.txt");
  }
}

TEST(RobotsGate, KnowsTheDelayOfAnOrigin) {
  EXPECT_EQ(gate_with(kRules).crawl_delay(kPage), Seconds(9));
  EXPECT_EQ(RobotsGate("dekko").crawl_delay(kPage), std::nullopt);
}

TEST(RobotsGate, TellsTheVerdictOfWhatItKnowsAlone) {
  EXPECT_EQ(gate_with(kRules).verdict(kPage)->line, 2);
  EXPECT_FALSE(gate_with(kDown).verdict(kPage));
  EXPECT_FALSE(RobotsGate("dekko").verdict(kPage));
}

TEST(RobotsAnswer, ReadsStatuses) {
  for (const int status : {200, 204, 299})
    EXPECT_EQ(RobotsAnswer::of_status(status, "").kind, Kind::kBody) << status;
  for (const int status : {400, 401, 403, 404, 410, 451, 499}) {
    EXPECT_EQ(RobotsAnswer::of_status(status, "").kind, Kind::kUnavailable) << status;
  }
  for (const int status : {0, 100, 304, 429, 500, 503, 599, 600}) {
    EXPECT_EQ(RobotsAnswer::of_status(status, "").kind, Kind::kUnreachable) << status;
  }
  EXPECT_EQ(RobotsAnswer::of_status(503, "").why, "status 503");
}

}  // namespace
}  // namespace dekko
