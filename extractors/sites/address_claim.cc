#include "extractors/sites/address_claim.h"

#include <algorithm>

namespace dekko {

namespace {

bool claims_host(std::string_view own, std::string_view host) {
  if (!host.ends_with(own)) return false;
  return host.size() == own.size() || host[host.size() - own.size() - 1] == '.';
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

size_t letters_of(std::string_view pattern) {
  return pattern.size() - static_cast<size_t>(std::count(pattern.begin(), pattern.end(), '*'));
}

bool claims_path(std::string_view pattern, const Url& url) {
  if (pattern.find('?') == std::string_view::npos) return matches(pattern, url.path());
  return matches(pattern, url.target());
}

}  // namespace

std::optional<AddressClaim> claim_on(const Url& url, const AddressPatterns& patterns) {
  std::optional<AddressClaim> best;
  for (const std::string& host : patterns.hosts) {
    if (!claims_host(host, url.host())) continue;
    if (patterns.paths.empty()) best = std::max(best, std::optional(AddressClaim{host.size(), 0}));
    for (const std::string& path : patterns.paths) {
      if (claims_path(path, url))
        best = std::max(best, std::optional(AddressClaim{host.size(), letters_of(path)}));
    }
  }
  return best;
}

std::string host_fault(std::string_view host) {
  const auto wrong = [](char c) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    return !plain && c != '[' && c != ']' && c != ':';
  };
  if (host.empty() || host.starts_with('.'))
    return "a host is a name: \"example.org\" claims all hosts below it too";
  if (host.find("//") != host.npos || host.find('/') != host.npos)
    return "a host is a name only, \"example.org\"; paths stand in \"paths\"";
  if (std::any_of(host.begin(), host.end(), wrong))
    return "a host has lower-case ASCII letters, digits, \"-\" and \".\" only (\"xn--...\" for others)";
  if (!host.starts_with('[') && host.find(':') != host.npos) return "a host has no port here";
  return {};
}

std::string path_fault(std::string_view path) {
  if (path.starts_with('/') || path.starts_with('*')) return {};
  return "a path begins with \"/\" or \"*\": \"/tag/*\"";
}

}  // namespace dekko
