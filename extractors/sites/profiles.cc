#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "extractors/sites/embedded.h"
#include "extractors/sites/profile.h"

namespace dekko {

namespace {

constexpr std::string_view kShape = "shape";

bool claims_host(const Profile& profile, std::string_view host) {
  return std::any_of(profile.hosts.begin(), profile.hosts.end(), [&](const std::string& own) {
    if (!host.ends_with(own)) return false;
    return host.size() == own.size() || host[host.size() - own.size() - 1] == '.';
  });
}

// "*" is any text. Looks back at the last star only, so time is at most pattern times path.
bool matches(std::string_view pattern, std::string_view path) {
  size_t p = 0, star = std::string_view::npos, mark = 0;
  for (size_t i = 0; i < path.size();) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = i;
    } else if (p < pattern.size() && pattern[p] == path[i]) {
      ++p, ++i;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      i = ++mark;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// The length of the longest pattern that claims the path, 1 where every path is claimed; 0 for none.
size_t claim(const Profile& profile, const Url& url) {
  if (!claims_host(profile, url.host())) return 0;
  size_t longest = profile.paths.empty() ? 1 : 0;
  for (const std::string& pattern : profile.paths) {
    if (matches(pattern, url.path())) longest = std::max(longest, pattern.size() + 1);
  }
  return longest;
}

}  // namespace

Profiles Profiles::builtin() {
  Profiles profiles;
  for (const EmbeddedProfile& embedded : embedded_profiles()) {
    const auto added = profiles.add(embedded.toml, embedded.file);
    if (added) continue;
    std::fputs((added.error().message() + "\n").c_str(), stderr);
    std::abort();
  }
  const auto is_shape = [](const auto& profile) { return profile->name == kShape; };
  const auto shape = std::find_if(profiles.profiles_.begin(), profiles.profiles_.end(), is_shape);
  std::rotate(profiles.profiles_.begin(), shape, shape + 1);
  return profiles;
}

Result<void> Profiles::add(std::string_view toml, std::string_view origin) {
  Result<Profile> profile = parse_profile(toml, origin);
  if (!profile) return profile.error();
  const auto same = [&](const auto& other) { return other->name == profile->name; };
  const auto found = std::find_if(profiles_.begin(), profiles_.end(), same);
  auto owned = std::make_unique<Profile>(std::move(*profile));
  if (found != profiles_.end()) {
    *found = std::move(owned);
  } else {
    profiles_.push_back(std::move(owned));
  }
  return {};
}

const Profile& Profiles::for_url(const Url& url) const {
  const Profile* best = &shape();
  size_t best_claim = 0;
  for (const auto& profile : profiles_) {
    const size_t size = claim(*profile, url);
    if (size == 0 || size < best_claim) continue;
    best = profile.get();
    best_claim = size;
  }
  return *best;
}

const Profile* Profiles::by_name(std::string_view name) const {
  for (const auto& profile : profiles_) {
    if (profile->name == name) return profile.get();
  }
  return nullptr;
}

const Profile& Profiles::shape() const {
  return *profiles_.front();
}

std::vector<const Profile*> Profiles::all() const {
  std::vector<const Profile*> all;
  for (const auto& profile : profiles_) all.push_back(profile.get());
  return all;
}

}  // namespace dekko
