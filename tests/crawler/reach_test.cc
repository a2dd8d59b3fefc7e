#include "crawler/fetch/reach.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

TEST(Reach, KnowsWhatIsNoneOfTheWorldsAddresses) {
  for (const char* address : {"0.0.0.0",
                              "0.1.2.3",
                              "10.0.0.1",
                              "10.255.255.255",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.255.255.254",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.8",
                              "192.168.1.1",
                              "198.18.0.1",
                              "198.19.255.255",
                              "224.0.0.1",
                              "239.255.255.255",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "[::1]",
                              "::127.0.0.1",
                              "::ffff:127.0.0.1",
                              "::ffff:a00:1",
                              "::FFFF:192.168.0.1",
                              "64:ff9b::10.0.0.1",
                              "64:ff9b:1::8.8.8.8",
                              "2002:7f00:1::",
                              "2002:c0a8:101::1",
                              "100::1",
                              "fc00::1",
                              "fdff::1",
                              "fe80::1",
                              "fe80::1%eth0",
                              "febf::1",
                              "fec0::1",
                              "ff02::1"}) {
    EXPECT_TRUE(is_inward(address)) << address;
  }
}

TEST(Reach, LeavesTheWorldsAddressesAlone) {
  for (const char* address :
       {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.1",       "169.253.255.255", "169.255.0.0",    "172.15.255.255",
        "172.32.0.0",      "192.0.1.1",       "192.167.255.255", "192.169.0.0",    "198.17.255.255",
        "198.20.0.0",      "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2002:808:808::1", "fbff::1",         "2001:db8::1"}) {
    EXPECT_FALSE(is_inward(address)) << address;
  }
}

TEST(Reach, TakesNoNameForAnAddress) {
  for (const char* text :
       {"", "localhost", "10.example", "0x7f.1", "127.1", "::1::", "1.2.3.4.5", "[", "%"}) {
    EXPECT_FALSE(is_inward(text)) << text;
  }
}

TEST(Reach, LetsAHostOfTheWorldLeadNowhereInward) {
  HostReach reach;
  EXPECT_TRUE(reach.allows("a.example", "a.example", "93.184.215.14"));
  EXPECT_TRUE(reach.allows("a.example", "b.example", "93.184.215.15"));
  EXPECT_FALSE(reach.allows("a.example", "b.example", "10.0.0.1"));
  EXPECT_FALSE(reach.allows("a.example", "localhost", "127.0.0.1"));
}

// DNS rebinding: the same name, another address.
TEST(Reach, DoesNotFollowAHostThatTurnsInward) {
  HostReach reach;
  EXPECT_TRUE(reach.allows("a.example", "a.example", "93.184.215.14"));
  EXPECT_FALSE(reach.allows("a.example", "a.example", "192.168.1.1"));
  EXPECT_TRUE(reach.allows("a.example", "a.example", "93.184.215.14"));
}

TEST(Reach, TakesAHostThatWasInwardAndTurnsOutwardForTheWorlds) {
  HostReach reach;
  EXPECT_TRUE(reach.allows("a.example", "a.example", "192.168.1.1"));
  EXPECT_TRUE(reach.allows("a.example", "a.example", "93.184.215.14"));
  EXPECT_FALSE(reach.allows("a.example", "a.example", "192.168.1.1"));
}

TEST(Reach, LetsTheUsersOwnHostsLeadOnAsBefore) {
  HostReach reach;
  EXPECT_TRUE(reach.allows("127.0.0.1", "127.0.0.1", "127.0.0.1"));
  EXPECT_TRUE(reach.allows("127.0.0.1", "localhost", "::1"));
  EXPECT_TRUE(reach.allows("127.0.0.1", "a.example", "93.184.215.14"));
}

// One listing's right is not another's.
TEST(Reach, JudgesEachNamedHostByItself) {
  HostReach reach;
  EXPECT_TRUE(reach.allows("127.0.0.1", "127.0.0.1", "127.0.0.1"));
  EXPECT_TRUE(reach.allows("a.example", "a.example", "93.184.215.14"));
  EXPECT_FALSE(reach.allows("a.example", "127.0.0.1", "127.0.0.1"));
}

TEST(Reach, AllowsNothingInwardForAHostThatWasNeverReached) {
  HostReach reach;
  EXPECT_FALSE(reach.allows("a.example", "b.example", "10.0.0.1"));
}

}  // namespace
}  // namespace dekko
