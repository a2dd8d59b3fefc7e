#include "extractors/html/references.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "extractors/html/tag_octets.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

struct Name {
  std::string_view text;
  char32_t value;
};
// Nine in ten of those on real listing pages.
constexpr std::array<Name, 17> kNames = {{{"amp", '&'},
                                          {"lt", '<'},
                                          {"gt", '>'},
                                          {"quot", '"'},
                                          {"nbsp", 0xA0},
                                          {"laquo", 0xAB},
                                          {"raquo", 0xBB},
                                          {"copy", 0xA9},
                                          {"middot", 0xB7},
                                          {"ndash", 0x2013},
                                          {"mdash", 0x2014},
                                          {"lsquo", 0x2018},
                                          {"rsquo", 0x2019},
                                          {"ldquo", 0x201C},
                                          {"rdquo", 0x201D},
                                          {"bull", 0x2022},
                                          {"hellip", 0x2026}}};
// "&#1114111;" has seven.
constexpr size_t kMostDigits = 7;

struct Reference {
  char32_t value;
  size_t size;
};

bool is_name_octet(char c) {
  return is_letter_octet(c) || (c >= '0' && c <= '9');
}

char octet(std::string_view text, size_t at) {
  return at < text.size() ? text[at] : '\0';
}

// Neither white space nor a control nor a noncharacter, which the tokenizer or the tree would treat apart.
bool is_plain_character(char32_t c) {
  return (c > 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xD800) || (c >= 0xE000 && c < 0xFDD0) ||
         (c > 0xFDEF && c < 0xFFFE);
}

int digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "&#39;", "&#x27;": with a semicolon.
std::optional<Reference> numeric(std::string_view text) {
  const bool hex = (octet(text, 2) | 0x20) == 'x';
  const size_t begin = hex ? 3 : 2;
  size_t end = begin;
  uint32_t value = 0;
  for (int digit = 0; end - begin < kMostDigits && (digit = digit_of(octet(text, end), hex)) >= 0; ++end)
    value = value * (hex ? 16 : 10) + static_cast<uint32_t>(digit);
  if (end == begin || octet(text, end) != ';' || !is_plain_character(value)) return std::nullopt;
  return Reference{value, end + 1};
}

// What begins with the "&" at the start of `text`; nothing where only Gumbo can tell.
std::optional<Reference> reference_at(std::string_view text, RefersIn place) {
  const char next = octet(text, 1);
  if (next == '#') return numeric(text);
  if (!is_name_octet(next)) return Reference{'&', 1};
  size_t end = 2;
  while (is_name_octet(octet(text, end))) ++end;
  if (octet(text, end) == '=' && place == RefersIn::kValue) return Reference{'&', 1};
  if (octet(text, end) != ';') return std::nullopt;
  const auto named = [name = text.substr(1, end - 1)](const Name& known) { return known.text == name; };
  const auto* known = std::find_if(kNames.begin(), kNames.end(), named);
  return known == kNames.end() ? std::nullopt : std::optional<Reference>({known->value, end + 1});
}

}  // namespace

size_t find_untold_reference(std::string_view text, RefersIn place) {
  size_t at = text.find('&');
  while (at != text.npos) {
    const auto reference = reference_at(text.substr(at), place);
    if (!reference) break;
    at = text.find('&', at + reference->size);
  }
  return at;
}

size_t resolve_references(char* text, size_t size, RefersIn place) {
  const std::string_view source(text, size);
  size_t at = source.find('&'), to = at;
  if (at == source.npos) return size;
  while (at < size) {
    const auto reference = reference_at(source.substr(at), place).value_or(Reference{'&', 1});
    std::string character;
    append_code_point(reference.value, character);
    to = static_cast<size_t>(std::copy(character.begin(), character.end(), text + to) - text);
    at += reference.size;
    const size_t next = std::min(source.find('&', at), size);
    std::memmove(text + to, text + at, next - at);
    to += next - at;
    at = next;
  }
  return to;
}

}  // namespace dekko
