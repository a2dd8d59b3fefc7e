// From the octets of an answer to a tree, for whoever reads it.
#pragma once

#include <string>
#include <vector>

#include "core/capture.h"
#include "core/result.h"
#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"
#include "extractors/html/document.h"
#include "extractors/sites/profile.h"

namespace dekko {

struct ParsedPage {
  Document document;
  Url base;             // that its links are resolved against
  std::string charset;  // WHATWG name in lower case
  size_t replaced = 0;  // octets that are no text in it
  Outline outline;      // of the body
  Landmarks landmarks;
  std::vector<std::string> announced = {};  // what it calls its items itself (announced.h)
};

// Fails for an empty body, one that is not HTML, and one over a limit.
Result<ParsedPage> parse_page(const Capture& capture);

// The profile's, in the language that the page itself names where the profile names none.
DateRules date_rules(const Document& document, const Profile& profile);

}  // namespace dekko
