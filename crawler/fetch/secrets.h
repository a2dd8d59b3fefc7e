// What proves to a server or a proxy who the user is, kept out of everything that dekko writes.
#pragma once

#include <string>

namespace dekko {

inline constexpr const char* kWithheld = "(withheld)";

// Replaces the values of Cookie, Authorization and Proxy-Authorization in the head of a request by kWithheld
// and, where one of the first two stood there, those of Set-Cookie in the head of its answer: they may renew
// what was shown. The fields themselves stay, so that an archive tells that there was one. Heads as sent, of
// any shape.
void withhold_secrets(std::string& request_head, std::string& response_head);

}  // namespace dekko
