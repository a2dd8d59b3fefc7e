// Profiles that hold from a moment on.
#include <gtest/gtest.h>

#include "extractors/extract.h"
#include "extractors/sites/profile.h"

namespace dekko {
namespace {

constexpr const char* kTwoVersions = R"(
name = "gazette"
hosts = ["gazette.example"]
[cards]
each = "article"
url = "h2 a"
headline = "h2"
[dates]
order = "day-first"
[[version]]
from = "2026-11-21T02:00:00Z"
[version.cards]
each = "section"
url = "h3 a"
headline = "h3"
[[version]]
from = "2027-01-01T00:00:00Z"
[version.dates]
order = "month-first"
)";

Moment at(const char* moment) {
  return *parse_moment(moment);
}

std::string fault_of(const std::string& toml) {
  const auto profile = parse_profile(toml, "p.toml");
  return profile ? "" : profile.error().message();
}

TEST(ProfileVersions, HoldFromTheirMomentOn) {
  const Profile profile = parse_profile(kTwoVersions, "p.toml").value();
  EXPECT_EQ(profile.at(at("2026-11-21T01:59:59Z")).cards.front().text(), "article");
  EXPECT_EQ(profile.at(at("2026-11-21T02:00:00Z")).cards.front().text(), "section");
  const Profile& latest = profile.at(at("2027-06-01T00:00:00Z"));
  EXPECT_EQ(latest.cards.front().text(), "article");  // only what a version names is another
  EXPECT_EQ(latest.dates.order, DateRules::Order::kMonthFirst);
}

TEST(ProfileVersions, ReadEachPageByWhatHeldWhenItWasFetched) {
  const Profile profile = parse_profile(kTwoVersions, "p.toml").value();
  Capture page{.url = *Url::parse("https://gazette.example/"), .fetched_at = at("2026-11-20T02:00:00Z")};
  page.body =
      "<title>x</title><h1>x</h1><article><h2><a href=/a/>Fog over the quay</a></h2></article>"
      "<section><h3><a href=/b/>Rope in the shed</a></h3></section>";
  const Page before = extract(page, profile).value();
  page.fetched_at = at("2026-11-22T02:00:00Z");
  const Page after = extract(page, profile).value();
  ASSERT_EQ(before.cards.size(), 1u);
  ASSERT_EQ(after.cards.size(), 1u);
  EXPECT_EQ(before.cards[0].headline, "Fog over the quay");
  EXPECT_EQ(after.cards[0].headline, "Rope in the shed");
  EXPECT_NE(before.profile_fingerprint, after.profile_fingerprint);
  EXPECT_EQ(after.profile, "gazette");
}

TEST(ProfileVersions, AreRefusedWithTheirPlace) {
  const std::string head = "name = \"a\"\n";
  EXPECT_NE(
      fault_of(head + "[[version]]\n[version.cards]\neach = \"p\"\n").find("a version needs its moment"),
      std::string::npos);
  EXPECT_NE(fault_of(head + "[[version]]\nfrom = \"yesterday\"\n").find("p.toml:3:8"), std::string::npos);
  EXPECT_NE(fault_of(head + "[version]\nfrom = \"2026-11-21T02:00:00Z\"\n").find("written as [[version]]"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "[[version]]\nfrom = \"2026-11-21T02:00:00Z\"\n[version.cards]\neach = \"p[\"\n")
                .find("p.toml:5:8"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "[[version]]\nfrom = \"2026-11-21T02:00:00Z\"\n[[version]]\n"
                            "from = \"2026-11-20T02:00:00Z\"\n")
                .find("after the one above"),
            std::string::npos);
  EXPECT_NE(fault_of(head + "[[version]]\nfrom = \"2026-11-21T02:00:00Z\"\nname = \"b\"\n").find("p.toml:4"),
            std::string::npos);
}

}  // namespace
}  // namespace dekko
