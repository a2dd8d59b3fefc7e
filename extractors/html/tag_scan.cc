#include "extractors/html/tag_scan.h"

#include <fmt/core.h>

#include <algorithm>

#include "extractors/html/limits.h"
#include "extractors/html/tag_octets.h"

namespace dekko {

namespace {

bool starts_tag(std::string_view page, size_t at) {
  size_t name = at + 1 < page.size() && page[at + 1] == '/' ? at + 2 : at + 1;
  return name < page.size() && is_letter_octet(page[name]);
}

// After "=": where the value ends.
size_t skip_value(std::string_view page, size_t at) {
  at = skip(page, at, kSpace);
  if (at == page.size() || (page[at] != '"' && page[at] != '\''))
    return skip_until(page, at, kSpace | kClose);
  size_t quote = page.find(page[at], at + 1);
  return quote == page.npos ? page.size() : quote + 1;
}

}  // namespace

TagExtent scan_tag(std::string_view page, size_t begin) {
  TagExtent tag;
  size_t at = skip_until(page, begin + 2, kSpace | kSlash | kClose);
  while ((at = skip(page, at, kSpace | kSlash)) < page.size() && page[at] != '>') {
    ++tag.attributes;
    at = skip_until(page, at + 1, kSpace | kSlash | kClose | kEquals);
    at = skip(page, at, kSpace);
    if (at < page.size() && page[at] == '=') at = skip_value(page, at + 1);
  }
  tag.end = std::min(at + 1, page.size());
  return tag;
}

Result<size_t> count_attribute_steps(std::string_view page) {
  size_t steps = 0;
  size_t left = limits::kTagScans * page.size();
  for (size_t at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
    if (!starts_tag(page, at)) continue;
    TagExtent tag = scan_tag(page, at);
    steps += tag.attributes * tag.attributes / 2;
    if (steps > limits::kAttributeSteps)
      return Error{ErrorCode::kLimit, fmt::format("octet {}", at),
                   fmt::format("a tag with {} attributes, too many to compare", tag.attributes)};
    if (tag.end - at > left)
      return Error{ErrorCode::kLimit, fmt::format("octet {}", at), "tags inside tags without end"};
    left -= tag.end - at;
  }
  return steps;
}

}  // namespace dekko
