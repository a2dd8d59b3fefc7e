// The head of an archived HTTP response (RFC 9112 sections 2 to 5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/header_fields.h"
#include "core/result.h"

namespace dekko {

struct HttpHead {
  int status = 0;
  std::vector<HeaderField> fields;
  size_t size = 0;  // of the head with its empty line: where the body begins

  // The first field of that name; empty if there is none. Lives as long as the head.
  std::string_view value(std::string_view lower_case_name) const;
  // All fields of that name as one list (RFC 9110 section 5.3).
  std::string list(std::string_view lower_case_name) const;
};

// Status lines of HTTP/1.x and the "HTTP/2 200" that some tools write; a missing reason is fine. Fails for
// anything else, for a head that does not end, and for one over limits::kHeaderBytes. Errors name no object:
// the caller does.
Result<HttpHead> parse_http_head(std::string_view message);

}  // namespace dekko
