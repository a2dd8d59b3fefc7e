#include "extractors/find/heading_kicker.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/html/node_text.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// Whole words of class names: "teaser__kicker", "eyebrow-text", not "sectional".
constexpr std::array<std::string_view, 10> kNames = {"kicker",    "eyebrow", "overline", "label",
                                                     "category",  "topline", "rubrik",   "badge",
                                                     "dachzeile", "surtitle"};
constexpr size_t kKickerOctets = 40;

bool is_letter_octet(char c) {
  return is_letter(static_cast<unsigned char>(c));
}

bool says_kicker(std::string_view names) {
  for (size_t at = 0; at < names.size();) {
    const size_t begin = at;
    while (at < names.size() && is_letter_octet(names[at])) ++at;
    const std::string_view word = names.substr(begin, at - begin);
    if (std::find(kNames.begin(), kNames.end(), word) != kNames.end()) return true;
    at += at == begin ? 1 : 0;
  }
  return false;
}

}  // namespace

size_t heading_kicker(const Line& line) {
  if (!line.in_heading || line.pieces.size() < 2) return 0;
  const Piece& first = line.pieces.front();
  const bool kicker = first.text.size() <= kKickerOctets && !is_heading(first.element) &&
                      says_kicker(first.element.attribute("class").value_or(""));
  return kicker ? 1 : 0;
}

}  // namespace dekko
