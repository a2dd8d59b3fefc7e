// docs/config.md and the example, held against what is read.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "app/config.h"
#include "app/listing_choice.h"

namespace dekko {
namespace {

std::string read(const std::string& file) {
  std::stringstream text;
  text << std::ifstream(DEKKO_SOURCE_DIR "/docs/" + file).rdbuf();
  return text.str();
}

// The first cells of the table below this title.
std::vector<std::string> documented_keys(const std::string& title) {
  std::istringstream lines(read("config.md"));
  std::vector<std::string> keys;
  bool here = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) here = line == "## " + title;
    if (here && line.starts_with("| `")) keys.push_back(line.substr(3, line.find('`', 3) - 3));
  }
  return keys;
}

TEST(ConfigDocs, NameEverySettingAndNoOther) {
  std::vector<std::string> keys = documented_keys("Settings");
  keys.push_back("listing");  // has a table of its own
  EXPECT_THAT(keys, testing::UnorderedElementsAreArray(config_keys()));
}

TEST(ConfigDocs, NameEveryKeyOfAListingAndNoOther) {
  EXPECT_THAT(documented_keys("Listings"), testing::UnorderedElementsAreArray(listing_keys()));
}

TEST(ConfigExample, HasEveryKey) {
  const std::string text = "\n" + read("dekko.example.toml");
  for (const auto& keys : {config_keys(), listing_keys()}) {
    for (const std::string& key : keys) {
      EXPECT_TRUE(text.find("\n" + key + " = ") != std::string::npos ||
                  text.find("\n# " + key + " = ") != std::string::npos || key == "listing")
          << key;
    }
  }
}

TEST(ConfigExample, IsFiveListingsThatCanBeWalked) {
  const auto config = parse_config(read("dekko.example.toml"), "/home/me/dekko.toml");
  ASSERT_TRUE(config) << config.error().message();
  const auto plans = choose_listings({}, *config, Profiles::builtin());
  ASSERT_TRUE(plans) << plans.error().message();
  EXPECT_EQ(plans->size(), 5u);
  std::vector<Url> urls;
  for (const ListingPlan& plan : *plans) urls.push_back(plan.url);
  EXPECT_TRUE(require_contact(urls, *config->contact));
}

}  // namespace
}  // namespace dekko
