#include "crawler/fetch/secrets.h"

#include <curl/curl.h>

#include <algorithm>
#include <string_view>

namespace dekko {

namespace {

bool is_named(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         curl_strnequal(line.data(), name.data(), name.size()) != 0;
}

// Whether there was such a field. Lines that go on with the one before (RFC 9112 section 5.2) go with it.
bool withhold(std::string& head, std::string_view name) {
  std::string out;
  bool found = false, inside = false;
  for (size_t begin = 0; begin < head.size();) {
    const size_t end = std::min(head.find('\n', begin), head.size() - 1) + 1;
    const std::string_view line = std::string_view(head).substr(begin, end - begin);
    begin = end;
    if (inside && (line.front() == ' ' || line.front() == '\t')) continue;
    inside = is_named(line, name);
    found = found || inside;
    out += inside ? std::string(line.substr(0, name.size())) + ": " + kWithheld + "\r\n" : std::string(line);
  }
  head = std::move(out);
  return found;
}

}  // namespace

void withhold_secrets(std::string& request_head, std::string& response_head) {
  withhold(request_head, "Proxy-Authorization");
  const bool sent_cookie = withhold(request_head, "Cookie");
  const bool sent_password = withhold(request_head, "Authorization");
  if (sent_cookie || sent_password) withhold(response_head, "Set-Cookie");
}

}  // namespace dekko
