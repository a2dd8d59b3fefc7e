#include "extractors/sites/profile_keys.h"

namespace dekko {

const std::vector<ProfileKey>& profile_keys() {
  static const std::vector<ProfileKey> keys = {
      {"", "name"},
      {"", "hosts"},
      {"", "paths"},
      {"", "noise"},
      {"", "language"},
      {"", "cards"},
      {"", "page"},
      {"", "bylines"},
      {"", "dates"},
      {"", "signs"},
      {"", "version"},
      {"cards", "each"},
      {"cards", "url"},
      {"cards", "headline"},
      {"cards", "dek"},
      {"cards", "kind"},
      {"cards", "bylines"},
      {"cards", "published"},
      {"cards", "image"},
      {"page", "title"},
      {"page", "description"},
      {"page", "pager"},
      {"page", "next"},
      {"bylines", "separators"},
      {"bylines", "prefixes"},
      {"bylines", "constants"},
      {"dates", "order"},
      {"dates", "zone"},
      {"dates", "patterns"},
      {"signs", "empty"},
      {"signs", "not_a_listing"},
      {"version", "from"},
      {"version", "cards"},
      {"version", "page"},
      {"version", "bylines"},
      {"version", "dates"},
      {"version", "signs"},
  };
  return keys;
}

const std::vector<std::string>& place_keys() {
  static const std::vector<std::string> keys = {"select", "agree", "pattern"};
  return keys;
}

std::vector<std::string> keys_of(std::string_view table) {
  std::vector<std::string> keys;
  for (const ProfileKey& key : profile_keys()) {
    if (key.table == table) keys.emplace_back(key.name);
  }
  return keys;
}

std::string_view home_of(std::string_view key) {
  std::string_view home;
  for (const ProfileKey& known : profile_keys()) {
    if (known.name != key || known.table.empty() || known.table == "version") continue;
    if (!home.empty()) return {};
    home = known.table;
  }
  return home;
}

}  // namespace dekko
