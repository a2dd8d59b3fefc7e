// The web platform's own selector tests, where they lie beside the checkout.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/extractors/selecting.h"

namespace dekko {
namespace {

const std::filesystem::path kPlatform = DEKKO_SOURCE_DIR "/../shared/data/selectors";

std::string read(const char* name) {
  std::ifstream file(kPlatform / name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(SelectorConformance, FindsWhatBrowsersFind) {
  if (!std::filesystem::exists(kPlatform)) GTEST_SKIP() << "no " << kPlatform;
  const Document document = parse(read("ParentNode-querySelector-All-content.html"));
  size_t held = 0;
  for (const auto& test : nlohmann::json::parse(read("wpt_valid_static.json"))) {
    if (test["skip_reason"] != "") continue;
    std::string expected;
    for (const std::string id : test["expect"]) expected.append(expected.empty() ? "" : " ").append(id);
    EXPECT_EQ(ids(document, test["selector"].get<std::string>()), expected) << test["selector"];
    ++held;
  }
  EXPECT_EQ(held, 175u);
}

TEST(SelectorConformance, RefusesWhatBrowsersRefuse) {
  if (!std::filesystem::exists(kPlatform)) GTEST_SKIP() << "no " << kPlatform;
  size_t refused = 0;
  for (const auto& test : nlohmann::json::parse(read("wpt_invalidSelectors.json"))) {
    refused += refusal(test["selector"].get<std::string>()).find(": column ") != std::string::npos;
  }
  EXPECT_EQ(refused, 33u);
}

}  // namespace
}  // namespace dekko
