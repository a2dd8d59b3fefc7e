// What an octet is to the tokenizer inside a tag (WHATWG HTML section 13.2.5.8 to 13.2.5.40).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

}  // namespace dekko
