#include "crawler/fetch/resolver.h"

#include <gtest/gtest.h>

#include "crawler/polite/pacer.h"

namespace dekko {
namespace {

constexpr Seconds kPatience{30};

TEST(Resolver, GivesNumbersBackAsTheyAre) {
  const auto found = resolve({"127.0.0.1", "[::1]", "127.0.1.200"}, kPatience);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found.at("127.0.0.1"), std::vector<std::string>{"127.0.0.1"});
  EXPECT_EQ(found.at("[::1]"), std::vector<std::string>{"::1"});
  EXPECT_EQ(found.at("127.0.1.200"), std::vector<std::string>{"127.0.1.200"});
}

TEST(Resolver, LeavesOutWhatNobodyKnows) {
  const std::string longer_than_any_name(300, 'a');
  const auto found = resolve({longer_than_any_name, "127.0.0.1"}, kPatience);
  EXPECT_EQ(found.size(), 1u);
  EXPECT_TRUE(found.contains("127.0.0.1"));
}

TEST(Resolver, AnswersForMoreHostsThanItLooksUpAtOnce) {
  std::vector<std::string> hosts;
  for (int i = 1; i <= 200; ++i) hosts.push_back("127.0.1." + std::to_string(i));
  EXPECT_EQ(resolve(hosts, kPatience).size(), 200u);
  EXPECT_TRUE(resolve({}, kPatience).empty());
}

TEST(Resolver, LetsHostsThatResolveToOneAddressShareOnePace) {
  const auto found = resolve({"localhost", "127.0.0.1", "127.0.1.2"}, kPatience);
  ASSERT_TRUE(found.contains("localhost"));
  Pacer pacer({.delay = Seconds(5)});
  for (const auto& [host, addresses] : found)
    pacer.share(Url::parse("http://" + host + "/").value(), addresses);
  const Url by_name = Url::parse("http://localhost:8080/tag/x/").value();
  const Url by_number = Url::parse("http://127.0.0.1/").value();
  const Url other = Url::parse("http://127.0.1.2/").value();
  EXPECT_EQ(pacer.lane(by_name), pacer.lane(by_number));
  EXPECT_NE(pacer.lane(other), pacer.lane(by_number));
  pacer.answered(by_name, Seconds(10), Seconds(0), true);
  EXPECT_EQ(pacer.turn(by_number).at, Seconds(15));
  EXPECT_EQ(pacer.turn(other).at, Seconds(0));
}

}  // namespace
}  // namespace dekko
