// docs/profiles.md and the template, held against what the reader knows.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "extractors/sites/profile.h"
#include "extractors/sites/profile_keys.h"

namespace dekko {
namespace {

std::string read(const std::string& file) {
  std::stringstream text;
  text << std::ifstream(DEKKO_SOURCE_DIR "/docs/" + file).rdbuf();
  return text.str();
}

// "cards.each", "name": the first cells of the tables under "## Every key", by the "[cards]" above each.
std::set<std::string> documented_keys() {
  std::istringstream lines(read("profiles.md"));
  std::set<std::string> keys;
  std::string table;
  bool here = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) here = line == "## Every key";
    const size_t name = line.find_first_not_of("`[");
    if (here && line.starts_with("`[")) table = line.substr(name, line.find(']') - name) + ".";
    if (here && line.starts_with("| `")) keys.insert(table + line.substr(3, line.find('`', 3) - 3));
  }
  return keys;
}

std::set<std::string> known_keys() {
  std::set<std::string> keys;
  for (const ProfileKey& key : profile_keys()) {
    keys.insert((key.table.empty() ? "" : std::string(key.table) + ".") + std::string(key.name));
  }
  return keys;
}

TEST(ProfileDocs, NameEveryKeyAndNoOther) {
  EXPECT_EQ(documented_keys(), known_keys());
}

TEST(ProfileDocs, NameEveryKeyOfAPlace) {
  const std::string text = read("profiles.md");
  for (const std::string& key : place_keys())
    EXPECT_NE(text.find("\n| `" + key + "` |"), std::string::npos) << key;
}

TEST(ProfileTemplate, IsReadWithoutAFault) {
  const auto profile = parse_profile(read("profile-template.toml"), "docs/profile-template.toml");
  ASSERT_TRUE(profile) << profile.error().message();
  EXPECT_EQ(profile->name, "example");
}

TEST(ProfileTemplate, HoldsEveryKey) {
  std::istringstream lines(read("profile-template.toml"));
  std::set<std::string> keys;
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    const size_t name = line.find_first_not_of('[');
    if (line.starts_with("[")) keys.insert(table = line.substr(name, line.find(']') - name));
    const size_t end = line.find(" = ");
    if (end != line.npos && !line.starts_with("#") && !table.starts_with("version."))
      keys.insert((table.empty() ? "" : table + ".") + line.substr(0, end));
  }
  EXPECT_EQ(keys, known_keys());
}

}  // namespace
}  // namespace dekko
