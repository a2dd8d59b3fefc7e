// Addresses as cards write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/url.h"

namespace dekko {

// Absolute, without fragment. None for empty, "#...", javascript:, mailto:, data: and anything not http(s).
std::optional<std::string> resolve_link(const Url& base, std::string_view reference);

// The same as an address.
std::optional<Url> linked_url(const Url& base, std::string_view reference);

// The largest candidate of a srcset (HTML section 4.8.4.2); empty if there is none.
std::string_view best_of_srcset(std::string_view srcset);

}  // namespace dekko
