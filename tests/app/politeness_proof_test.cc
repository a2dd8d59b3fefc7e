#include "app/politeness_proof.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

// A request of a host that began then, took a second, and was bound by a pause.
LedgerRow asked(const std::string& host, double began, double pause_s, const std::string& rule = "delay") {
  return {.run_id = 1,
          .at = "2024-03-19T08:00:00Z",
          .url = "https://" + host + "/x",
          .host = host,
          .rule = rule,
          .outcome = "fetched",
          .seconds = 1,
          .pause_s = pause_s,
          .began = began,
          .status = 200,
          .address = ""};
}

TEST(PolitenessProof, HasNothingAgainstPausesThatWereKept) {
  PolitenessProof proof;
  EXPECT_FALSE(proof.take(asked("a.example", 100, 0, "none")));
  EXPECT_FALSE(proof.take(asked("a.example", 106, 5)));
  EXPECT_FALSE(proof.take(asked("a.example", 119, 12, "backoff")));
  EXPECT_EQ(proof.requests(), 3);
  EXPECT_EQ(proof.hosts(), 1u);
}

TEST(PolitenessProof, FindsAPauseCutShort) {
  PolitenessProof proof;
  proof.take(asked("a.example", 100, 0, "none"));
  const auto pair = proof.take(asked("a.example", 105.9, 5));
  ASSERT_TRUE(pair);
  EXPECT_NEAR(pair->gap_s, 4.9, 1e-9);
  EXPECT_EQ(pair->rule, "delay");
  EXPECT_NE(
      to_text(*pair).find("a.example: asked 4.900 s after its last answer, 5.000 s was the rule (delay)"),
      std::string::npos);
}

TEST(PolitenessProof, FindsTwoRequestsAtATime) {
  PolitenessProof proof;
  proof.take(asked("127.0.0.1", 100, 0, "none"));
  const auto pair = proof.take(asked("127.0.0.1", 100.5, 0, "none"));
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->rule, "one request at a time");
}

TEST(PolitenessProof, HoldsTheAnswersTimeAgainstTheNextRequestWhateverTheRuleSaid) {
  PolitenessProof proof;
  LedgerRow slow = asked("a.example", 100, 0, "none");
  slow.seconds = 4;
  proof.take(slow);
  EXPECT_EQ(proof.take(asked("a.example", 110, 5))->rule, "answer-time");
}

TEST(PolitenessProof, SparesLoopbackThat) {
  PolitenessProof proof;
  proof.take(asked("127.0.0.1", 100, 0, "none"));
  EXPECT_FALSE(proof.take(asked("127.0.0.1", 101, 0, "none")));
}

TEST(PolitenessProof, HoldsRetryAfterAgainstTheNextRequest) {
  PolitenessProof proof;
  LedgerRow busy = asked("a.example", 100, 0, "none");
  busy.status = 429;
  busy.asked_s = 60;
  proof.take(busy);
  EXPECT_EQ(proof.take(asked("a.example", 120, 5))->rule, "retry-after");
}

TEST(PolitenessProof, HoldsHostsAtOneAddressAgainstEachOther) {
  PolitenessProof proof;
  LedgerRow a = asked("a.example", 100, 0, "none"), b = asked("b.example", 103, 5);
  a.address = b.address = "192.0.2.1";
  proof.take(a);
  EXPECT_TRUE(proof.take(b));
}

TEST(PolitenessProof, LetsHostsBesideEachOtherBe) {
  PolitenessProof proof;
  proof.take(asked("a.example", 100, 0, "none"));
  EXPECT_FALSE(proof.take(asked("b.example", 100.1, 0, "none")));
}

}  // namespace
}  // namespace dekko
