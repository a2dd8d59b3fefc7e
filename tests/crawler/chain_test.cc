#include "crawler/walk/chain.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Chain, CountsACardThatTurnsUpInASeamAsSlipped) {
  Chain chain;
  chain.add({.page = 1, .urls = {"a", "b", "c"}});
  chain.add({.page = 2, .urls = {"d", "e", "f"}});
  EXPECT_EQ(chain.add({.page = 1, .urls = {"b", "c", "x"}}).slipped, 1);
}

TEST(Chain, DoesNotCountWhatGoesOnBelowAllThatWasSeen) {
  Chain chain;
  chain.add({.page = 1, .urls = {"a", "b", "c"}});
  chain.add({.page = 2, .urls = {"d", "e", "f"}});
  EXPECT_EQ(chain.add({.page = 2, .urls = {"e", "f", "g"}}).slipped, 0);
}

}  // namespace
}  // namespace dekko
