#include "crawler/polite/robots.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "core/limits.h"
#include "crawler/polite/robots_path.h"

namespace dekko {
namespace {

std::string file(const std::string& name) {
  std::ifstream in(std::string(DEKKO_SOURCE_DIR "/fixtures/robots/") + name);
  EXPECT_TRUE(in.good()) << name;
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

bool allows(const std::string& text, const std::string& target) {
  return Robots::parse(text).verdict_for_target("dekko", target).allowed;
}

TEST(Robots, JudgesEveryFixtureAsItSays) {
  std::stringstream claims(file("verdicts.tsv"));
  std::string heading, name, agent, target, verdict;
  std::getline(claims, heading);
  int line = 0, count = 0;
  while (claims >> name >> agent >> target >> verdict >> line) {
    const RobotsVerdict got = Robots::parse(file(name)).verdict_for_target(agent, target);
    EXPECT_EQ(got.allowed ? "allowed" : "refused", verdict) << name << " " << agent << " " << target;
    EXPECT_EQ(got.line, line) << name << " " << agent << " " << target;
    ++count;
  }
  EXPECT_GT(count, 50);
}

TEST(Robots, QuotesTheDecidingLine) {
  const RobotsVerdict verdict = Robots::parse(file("slips.txt")).verdict_for_target("dekko", "/indented");
  EXPECT_EQ(verdict.text, "disallow:   /indented   # with a remark");
}

TEST(Robots, MatchesUrlsByPathAndQuery) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /a?b=");
  EXPECT_FALSE(robots.verdict("dekko", Url::parse("https://h.example/a?b=1#c").value()).allowed);
  EXPECT_TRUE(robots.verdict("dekko", Url::parse("https://h.example/a#?b=").value()).allowed);
}

TEST(Robots, ReadsTheTargetOfAnyAddress) {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /a\nDisallow: /?q");
  for (const char* address :
       {"/a", "http://h/a", "//h/a", "h/a", "ftp://h/a#b", "http://h?q", "/a?u=http://h/b"}) {
    EXPECT_FALSE(robots.verdict_for_address("dekko", address).allowed) << address;
  }
  for (const char* address : {"", "http://a", "a", "#/a", "http://h/b?u=http://h/a", "http://a.h/"}) {
    EXPECT_TRUE(robots.verdict_for_address("dekko", address).allowed) << address;
  }
}

TEST(Robots, RefusesWhoeverIsRefusedByEitherReading) {
  const std::string rules = "User-agent: *\nDisallow: /x\nAllow: /x/%62\n";
  EXPECT_TRUE(allows(rules, "/x/%62"));
  EXPECT_FALSE(allows(rules, "/x/b"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%62", "/b"));
}

TEST(Robots, ARuleHoldsForTheAddressThatALinkSpelledLikeItBecomes) {
  for (const std::string path : {"/100%-off/", "/a|b/", "/a b/c", "/{x}/", "/q?a=<b>", "/50%"}) {
    const Robots robots = Robots::parse("User-agent: *\nDisallow: " + path + "\n");
    EXPECT_FALSE(robots.verdict("dekko", *Url::parse("https://h" + path)).allowed) << path;
    EXPECT_FALSE(robots.verdict_for_target("dekko", path).allowed) << path;
  }
}

TEST(Robots, RefusesEverythingButItselfWhereItCouldNotBeHad) {
  const Robots robots = Robots::refuse_all("status 503");
  EXPECT_EQ(robots.verdict_for_target("dekko", "/").text, "status 503");
  EXPECT_FALSE(robots.verdict_for_target("dekko", "/").allowed);
  EXPECT_TRUE(robots.verdict_for_target("dekko", "/robots.txt").allowed);
  EXPECT_FALSE(Robots::refuse_all("").verdict_for_target("dekko", "/").allowed);
  EXPECT_TRUE(Robots::allow_all().verdict_for_target("dekko", "/").allowed);
}

TEST(Robots, ReadsCrawlDelays) {
  const std::vector<std::pair<std::string, std::optional<Seconds>>> delays = {
      {"2", Seconds(2)},     {"2.5", Seconds(2.5)},     {".5", Seconds(0.5)},   {"7 # slow", Seconds(7)},
      {"10 s", Seconds(10)}, {"86400", Seconds(86400)}, {"", std::nullopt},     {"-1", std::nullopt},
      {"inf", std::nullopt}, {"nan", std::nullopt},     {"soon", std::nullopt},
  };
  for (const auto& [value, delay] : delays) {
    EXPECT_EQ(Robots::parse("User-agent: *\nCrawl-delay: " + value).crawl_delay("dekko"), delay) << value;
  }
  const auto endless =
      Robots::parse("User-agent: *\nCrawl-delay: " + std::string(400, '9')).crawl_delay("dekko");
  EXPECT_GT(endless.value(), Seconds(limits::kCrawlDelay));
}

TEST(Robots, HoldsADelayForTheAgentsNamedAboveIt) {
  const Robots robots = Robots::parse(
      "User-agent: slow\nCrawl-delay: 60\nUser-agent: dekko\nCrawl-delay: 2\nCrawl-delay: 3\nDisallow: /x\n");
  EXPECT_EQ(robots.crawl_delay("slow"), Seconds(60));
  EXPECT_EQ(robots.crawl_delay("dekko"), Seconds(3));
  EXPECT_EQ(robots.crawl_delay("other"), std::nullopt);
  EXPECT_FALSE(robots.verdict_for_target("slow", "/x").allowed);  // one group, as the RFC has it
}

TEST(Robots, DoesNotInheritTheDelayOfEverybody) {
  EXPECT_EQ(Robots::parse(file("newspaper.txt")).crawl_delay("dekko"), std::nullopt);
  EXPECT_EQ(Robots::parse(file("newspaper.txt")).crawl_delay("someone"), Seconds(2.5));
}

TEST(Robots, TakesAPageForNoRule) {
  for (const std::string head :
       {"<!DOCTYPE html>", "\xEF\xBB\xBF\n <html lang=en>", "<?xml version=\"1.0\"?>"}) {
    const Robots robots = Robots::parse(head + "<pre>\nUser-agent: *\nDisallow: /\n</pre>");
    EXPECT_TRUE(robots.verdict_for_target("dekko", "/a").allowed) << head;
  }
  EXPECT_FALSE(
      Robots::parse("<!-- rules -->\nUser-agent: *\nDisallow: /").verdict_for_target("dekko", "/a").allowed);
}

TEST(Robots, CutsWhatLiesBeyondItsLimit) {
  std::string text = "User-agent: *\nDisallow: /near\n";
  text.resize(limits::kRobotsBytes, '\n');
  text += "Disallow: /far\n";
  EXPECT_FALSE(allows(text, "/near"));
  EXPECT_TRUE(allows(text, "/far"));
  EXPECT_GE(limits::kRobotsBytes, 500 * limits::kKiB);
}

TEST(Robots, CutsALineAtItsLimit) {
  const std::string pattern = "/" + std::string(limits::kRobotsLineBytes, 'a');
  EXPECT_FALSE(allows("User-agent: *\nDisallow: " + pattern + "b", pattern));
}

TEST(Robots, ReadsATextCutAnywhere) {
  for (const char* name : {"newspaper.txt", "line-ends.txt", "percent.txt", "wildcards.txt", "slips.txt"}) {
    const std::string whole = file(name);
    for (size_t length = 0; length <= whole.size(); ++length) {
      const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
      const Robots robots = Robots::parse({exact.data(), exact.size()});
      const RobotsVerdict verdict = robots.verdict_for_target("dekko", "/a/private/x");
      EXPECT_TRUE(verdict.allowed || verdict.line > 0) << name << " " << length;
    }
  }
}

TEST(Robots, ReadsAnyOctets) {
  std::string all = "User-agent: *\nDisallow: /";
  for (int octet = 0; octet < 256; ++octet) all += static_cast<char>(octet);
  EXPECT_TRUE(allows(all, "/elsewhere"));
  EXPECT_TRUE(allows(std::string("User-agent: *\nDisallow: /a\0b", 27), "/a"));
}

TEST(Robots, StaysQuickOnRulesMadeToBeSlow) {
  const std::string rule = "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*b\n";
  std::string text = "User-agent: *\n";
  while (text.size() + rule.size() <= limits::kRobotsBytes) text += rule;
  const auto before = std::chrono::steady_clock::now();
  EXPECT_TRUE(allows(text, "/" + std::string(limits::kUrlBytes, 'a')));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

TEST(RobotsPath, MatchesPatterns) {
  const std::vector<std::array<const char*, 2>> matches = {
      {"/", "/"},
      {"/a", "/a"},
      {"/a", "/ab"},
      {"/a$", "/a"},
      {"*", "/"},
      {"/*", "/"},
      {"/*$", "/abc"},
      {"*b", "/ab"},
      {"/a*b*c", "/a1b2c3"},
      {"/a*a", "/aa"},
      {"/*.php$", "/x.php.php"},
      {"*$", ""},
      {"", "/"},
      {"/a**b", "/ab"},
      {"/x*y$", "/xyxy"},
  };
  for (const auto& [pattern, target] : matches)
    EXPECT_TRUE(path_matches(pattern, target)) << pattern << " " << target;
}

TEST(RobotsPath, RefusesTheRest) {
  const std::vector<std::array<const char*, 2>> others = {
      {"/a", "/"},    {"/a", "/A"},     {"a", "/a"},        {"/a$", "/ab"},
      {"/a*b", "/a"}, {"/a*a$", "/a"},  {"/a*b*c", "/acb"}, {"/*.php$", "/x.php5"},
      {"$", "/"},     {"/a*$b", "/ab"}, {"/ab*b$", "/ab"},
  };
  for (const auto& [pattern, target] : others)
    EXPECT_FALSE(path_matches(pattern, target)) << pattern << " " << target;
}

TEST(RobotsPath, SpellsOutBothReadings) {
  EXPECT_EQ(rule_as_written("/%c3%a9\xC3\xA9%62%zz%"), "/%C3%A9%C3%A9%62%zz%");
  EXPECT_EQ(target_as_written("/%c3\xC3"), "/%C3\xC3");
  EXPECT_EQ(rule_normalised("/%62%2f*$x$"), "/b%2F*%24x$");
  EXPECT_EQ(target_normalised("/%62%2f*$\xC3"), "/b%2F%2A%24%C3");
}

}  // namespace
}  // namespace dekko
