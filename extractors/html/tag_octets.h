// What an octet is to the tokenizer inside a tag (WHATWG HTML section 13.2.5.8 to 13.2.5.40).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dekko {

enum OctetKind : uint8_t { kOther = 0, kSpace = 1, kSlash = 2, kEquals = 4, kClose = 8 };

inline constexpr std::array<uint8_t, 256> kOctetKinds = [] {
  std::array<uint8_t, 256> kinds{};
  for (unsigned char c : {'\t', '\n', '\f', '\r', ' '}) kinds[c] = kSpace;
  kinds['/'] = kSlash;
  kinds['='] = kEquals;
  kinds['>'] = kClose;
  return kinds;
}();

inline bool is(char c, int kinds) {
  return kOctetKinds[static_cast<unsigned char>(c)] & kinds;
}

inline size_t skip(std::string_view page, size_t at, int kinds) {
  while (at < page.size() && is(page[at], kinds)) ++at;
  return at;
}

inline size_t skip_until(std::string_view page, size_t at, int kinds) {
  while (at < page.size() && !is(page[at], kinds)) ++at;
  return at;
}

inline bool is_letter_octet(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// An attribute as it stands in a tag (WHATWG HTML section 13.2.5.33 to 13.2.5.39): offsets in the page.
struct TagAttribute {
  size_t begin, name_end;
  size_t value, value_end;  // equal for an empty value and for none
  size_t end;               // after the closing quote
};

// The one that begins at `begin`, where neither white space nor "/" nor ">" stands; nothing if the page ends
// in it.
inline std::optional<TagAttribute> attribute_at(std::string_view page, size_t begin) {
  const size_t name_end = skip_until(page, begin + 1, kSpace | kSlash | kClose | kEquals);
  TagAttribute attribute{begin, name_end, name_end, name_end, name_end};
  const size_t mark = skip(page, name_end, kSpace);
  if (mark >= page.size()) return std::nullopt;
  if (page[mark] != '=') return attribute;
  attribute.value = skip(page, mark + 1, kSpace);
  if (attribute.value >= page.size()) return std::nullopt;
  const char quote = page[attribute.value];
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) ++attribute.value;
  const size_t end =
      quoted ? page.find(quote, attribute.value) : skip_until(page, attribute.value, kSpace | kClose);
  if (end >= page.size()) return std::nullopt;
  attribute.value_end = end;
  attribute.end = quoted ? end + 1 : end;
  return attribute;
}

}  // namespace dekko
