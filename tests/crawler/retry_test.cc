#include "crawler/polite/retry.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Retry, TriesAgainOnlyWhatCanPass) {
  for (const int status : {408, 429, 500, 502, 503, 504}) EXPECT_TRUE(retry({status, ""}, 1).again) << status;
  for (const int status : {200, 301, 304, 400, 401, 403, 404, 410, 451, 600}) {
    EXPECT_FALSE(retry({status, ""}, 1).again) << status;
  }
  for (const char* reason : {"connect", "refused", "dropped", "timed_out", "truncated", "machine"}) {
    EXPECT_TRUE(retry({0, reason}, 1).again) << reason;
  }
  for (const char* reason : {"dns", "tls", "protocol", "too_large", "interrupted", ""}) {
    EXPECT_FALSE(retry({0, reason}, 1).again) << reason;
  }
}

TEST(Retry, GivesUpAfterTheLastTry) {
  EXPECT_TRUE(retry({503, ""}, kTries - 1).again);
  EXPECT_FALSE(retry({503, ""}, kTries).again);
}

TEST(Retry, NamesItsReason) {
  EXPECT_EQ(retry({503, "anything"}, 1).reason, "status 503");
  EXPECT_EQ(retry({0, "dropped"}, 1).reason, "dropped");
}

}  // namespace
}  // namespace dekko
