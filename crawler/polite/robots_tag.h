// What a page asks of robots in X-Robots-Tag or <meta name=robots> (no RFC; the form that the search engines
// document).
#pragma once

#include <string_view>

namespace dekko {

// Whether one header line's value, or one meta's content, asks `agent` (a product token) not to keep a copy:
// "noarchive", or "none" for all directives at once. "googlebot: noarchive" is for another; what stands
// before the first agent is for everybody. Case does not count.
bool forbids_archiving(std::string_view directives, std::string_view agent);

}  // namespace dekko
