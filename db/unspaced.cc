#include "db/unspaced.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dekko {

namespace {

struct Range {
  uint32_t first, last;
};
constexpr std::array<Range, 7> kUnspaced = {{{0x0E00, 0x0EFF},
                                             {0x1000, 0x109F},
                                             {0x1780, 0x17FF},
                                             {0x2E80, 0xA4CF},
                                             {0xAC00, 0xD7AF},
                                             {0xF900, 0xFAFF},
                                             {0xFF66, 0xFFDC}}};

uint32_t octet(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

}  // namespace

// All of them take three octets.
bool is_unspaced(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (octet(text, at) >> 4 != 0xE) continue;
    const uint32_t c =
        (octet(text, at) & 0xF) << 12 | (octet(text, at + 1) & 0x3F) << 6 | (octet(text, at + 2) & 0x3F);
    const auto holds = [c](const Range& range) { return c >= range.first && c <= range.last; };
    if (std::any_of(kUnspaced.begin(), kUnspaced.end(), holds)) return true;
  }
  return false;
}

}  // namespace dekko
