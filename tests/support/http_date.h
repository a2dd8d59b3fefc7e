// "Tue, 19 Mar 2024 00:00:00 GMT": IMF-fixdate, RFC 9110 section 5.6.7.
#pragma once

#include <chrono>
#include <string>

namespace dekko::site {

std::string http_date(std::chrono::sys_seconds moment);

}  // namespace dekko::site
