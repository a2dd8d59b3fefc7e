#include "extractors/html/tag_scan.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "extractors/html/limits.h"

namespace dekko {

namespace {

// What a character is to the tokenizer inside a tag.
enum Kind : uint8_t { kOther = 0, kSpace = 1, kSlash = 2, kEquals = 4, kClose = 8 };

constexpr std::array<uint8_t, 256> kKinds = [] {
  std::array<uint8_t, 256> kinds{};
  for (unsigned char c : {'\t', '\n', '\f', '\r', ' '}) kinds[c] = kSpace;
  kinds['/'] = kSlash;
  kinds['='] = kEquals;
  kinds['>'] = kClose;
  return kinds;
}();

bool is(char c, int kinds) {
  return kKinds[static_cast<unsigned char>(c)] & kinds;
}

size_t skip(std::string_view page, size_t at, int kinds) {
  while (at < page.size() && is(page[at], kinds)) ++at;
  return at;
}

size_t skip_until(std::string_view page, size_t at, int kinds) {
  while (at < page.size() && !is(page[at], kinds)) ++at;
  return at;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool starts_tag(std::string_view page, size_t at) {
  size_t name = at + 1 < page.size() && page[at + 1] == '/' ? at + 2 : at + 1;
  return name < page.size() && is_letter(page[name]);
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
