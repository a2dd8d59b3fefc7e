// Which addresses a profile speaks for, and which of two profiles knows an address better.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/url.h"

namespace dekko {

// hosts: "nknews.org" also claims "www.nknews.org" and every other host below it. paths: "/tag/*" and the
// like, where "*" is any text, held against the whole path, and a pattern with "?" against path and query;
// none claims every path.
struct AddressPatterns {
  std::vector<std::string> hosts = {};
  std::vector<std::string> paths = {};
};

// How closely patterns name an address; the greater is the more specific. The longer host counts first, then
// the path pattern with more letters (stars are none).
struct AddressClaim {
  size_t host = 0;
  size_t path = 0;
  auto operator<=>(const AddressClaim&) const = default;
};

// The closest claim of all hosts and paths; nothing where they do not claim the address.
std::optional<AddressClaim> claim_on(const Url& url, const AddressPatterns& patterns);

// What is wrong with a pattern as written, for a person; empty if nothing is.
std::string host_fault(std::string_view host);
std::string path_fault(std::string_view path);

}  // namespace dekko
