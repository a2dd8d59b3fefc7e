// 145 verdicts that the field agrees on, where that data lies beside the checkout: "ID_" is RFC 9309,
// "GoogleOnly_" is what the RFC leaves open.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "crawler/polite/robots.h"

namespace dekko {
namespace {

const char* const kCases = DEKKO_SOURCE_DIR "/../shared/data/robots/rfc9309_and_google_cases.jsonl";

// Left open by the RFC, and decided otherwise here: an Allow for /x/index.html is no Allow for /x/. Nothing
// in the RFC makes them one resource, and where a site's will is in doubt it is not walked.
const std::set<std::pair<std::string, std::string>> kDecidedOtherwise = {
    {"GoogleOnly_IndexHTMLisDirectory", "http://foo.com/allowed-slash/"},
};

// What the RFC leaves open, and what dekko chose.
const std::map<std::string, std::string_view> kLeftOpen = {
    {"GoogleOnly_AcceptUserAgentUpToFirstSpace", "\"Foo Bar\" in robots.txt names Foo"},
    {"GoogleOnly_DocumentationChecks", "*, $ and the longest match as Google documents them"},
    {"GoogleOnly_IndexHTMLisDirectory", "/x/index.html is not /x/"},
    {"GoogleOnly_LineTooLong", "16 KiB of a line count"},
    {"GoogleOnly_SystemTest", "an agent without a name has no rules; an address without a path is /"},
};

// The text is given as latin-1 code points, each of which stands for one octet.
std::string octets_of(const std::string& utf8) {
  std::string out;
  for (size_t i = 0; i < utf8.size(); ++i) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    if (lead < 0x80) {
      out += utf8[i];
    } else {
      out += static_cast<char>(((lead & 3) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3F));
    }
  }
  return out;
}

TEST(RobotsVerdicts, AreThoseOfTheField) {
  if (!std::filesystem::exists(kCases)) GTEST_SKIP() << "no verdicts beside the checkout: " << kCases;
  std::ifstream lines(kCases);
  std::string line;
  int count = 0;
  while (std::getline(lines, line)) {
    const auto one = nlohmann::json::parse(line);
    const std::string test = one["test"], url = one["url"];
    const Robots robots = Robots::parse(octets_of(one["robots_latin1"]));
    const bool expected = one["allowed"].get<bool>() != kDecidedOtherwise.contains({test, url});
    EXPECT_EQ(robots.verdict_for_address(one["agent"].get<std::string>(), url).allowed, expected)
        << test << " " << url.substr(0, 100);
    EXPECT_EQ(kLeftOpen.contains(test), test.starts_with("GoogleOnly_")) << test;
    ++count;
  }
  EXPECT_EQ(count, 145);
}

}  // namespace
}  // namespace dekko
