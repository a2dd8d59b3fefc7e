#include "app/profile_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

// "example.org/tag/*, example.org/news/*"
std::string claims_of(const Profile& profile) {
  std::vector<std::string> claims;
  for (const std::string& host : profile.claims.hosts) {
    if (profile.claims.paths.empty()) claims.push_back(host);
    for (const std::string& path : profile.claims.paths) claims.push_back(host + path);
  }
  return claims.empty() ? "-" : fmt::format("{}", fmt::join(claims, ", "));
}

}  // namespace

std::string profiles_text(const std::vector<const Profile*>& profiles) {
  size_t name = 4, origin = 6;
  for (const Profile* profile : profiles) {
    name = std::max(name, profile->name.size());
    origin = std::max(origin, profile->origin.size());
  }
  std::string text = fmt::format("{:<{}}  {:<{}}  {}\n", "NAME", name, "ORIGIN", origin, "CLAIMS");
  for (const Profile* profile : profiles) {
    text += fmt::format("{:<{}}  {:<{}}  {}\n", profile->name, name, profile->origin, origin,
                        claims_of(*profile));
  }
  return text;
}

std::string profiles_json(const std::vector<const Profile*>& profiles) {
  std::string lines;
  for (const Profile* profile : profiles) {
    const Json record = {{"record", "profile"},
                         {"name", profile->name},
                         {"origin", profile->origin},
                         {"hosts", profile->claims.hosts},
                         {"paths", profile->claims.paths},
                         {"by_shape", profile->by_shape()},
                         {"fingerprint", profile->fingerprint}};
    lines += record.dump() + "\n";
  }
  return lines;
}

}  // namespace dekko
