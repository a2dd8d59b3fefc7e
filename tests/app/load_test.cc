#include "app/load.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Load, LeavesRoomBelowBothOfItsBounds) {
  EXPECT_TRUE(has_room({}));
  EXPECT_TRUE(has_room({.requests = kRequestsInFlight - 1, .bytes = limits::kHeldBytes - 1}));
}

TEST(Load, LeavesNoneAtEither) {
  EXPECT_FALSE(has_room({.requests = kRequestsInFlight}));
  EXPECT_FALSE(has_room({.bytes = limits::kHeldBytes}));
}

}  // namespace
}  // namespace dekko
