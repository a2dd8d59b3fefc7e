// Every key that a profile may hold. docs/profiles.md explains each of them; a test holds the two against
// each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// table: "" at the top, "cards", "page", ...
struct ProfileKey {
  std::string_view table;
  std::string_view name;
};

const std::vector<ProfileKey>& profile_keys();
// The keys of a place that is written as a table: { select = "h2", agree = true }.
const std::vector<std::string>& place_keys();

std::vector<std::string> keys_of(std::string_view table);
// The table in which this key does stand, where it is only one; empty otherwise.
std::string_view home_of(std::string_view key);

}  // namespace dekko
