// <meta name=robots content=...>: what a page asks of robots, read before anybody decides to keep the page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/capture.h"

namespace dekko {

// The contents of all meta elements with the name "robots" or `agent`, in document order, wherever they
// stand, of a page on which one of them may hold one of `directives`. The page is only parsed if a look at
// its octets says so: most have none, and a second parse would double what a page costs. A page that cannot
// be parsed is taken to ask for all: "none".
std::vector<std::string> robots_meta(const Capture& capture, std::string_view agent,
                                     std::initializer_list<std::string_view> directives);

}  // namespace dekko
