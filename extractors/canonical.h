// The address that a page gives itself, for files saved without one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dekko {

// The absolute http(s) address of <link rel="canonical"> or, failing that, of <meta property="og:url">.
std::optional<std::string> canonical_link(std::string_view bytes, std::string_view content_type);

}  // namespace dekko
