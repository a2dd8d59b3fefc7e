#include "tests/fuzz/claims.h"

#include "extractors/text/charset.h"

namespace dekko::fuzz {

namespace {

using Octet = unsigned char;

// Of the character that begins the text; 0 if none does.
size_t octets_of_first(std::string_view text) {
  const auto at = [&](size_t i) { return i < text.size() ? Octet(text[i]) : Octet(0); };
  const auto is = [&](size_t i, Octet low, Octet high) { return at(i) >= low && at(i) <= high; };
  const auto tail = [&](size_t i) { return is(i, 0x80, 0xBF); };
  if (is(0, 0, 0x7F)) return 1;
  if (is(0, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
  const Octet low = at(0) == 0xE0 ? 0xA0 : at(0) == 0xF0 ? 0x90 : 0x80;
  const Octet high = at(0) == 0xED ? 0x9F : at(0) == 0xF4 ? 0x8F : 0xBF;
  if (!is(1, low, high)) return 0;
  if (is(0, 0xE0, 0xEF)) return tail(2) ? 3 : 0;
  return is(0, 0xF0, 0xF4) && tail(2) && tail(3) ? 4 : 0;
}

}  // namespace

void claim(bool holds, std::string_view what, std::string_view input) {
  if (holds) return;
  std::string message(what);
  if (!input.empty()) message.append(": ").append(input);
  throw Broken(message);
}

std::string_view first_line(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return line;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const size_t octets = octets_of_first(text);
    if (octets == 0) return false;
    text.remove_prefix(octets);
  }
  return true;
}

std::string as_text(std::string_view octets) {
  return is_utf8(octets) ? std::string(octets) : decode(octets, "text/html; charset=utf-8").utf8;
}

}  // namespace dekko::fuzz
