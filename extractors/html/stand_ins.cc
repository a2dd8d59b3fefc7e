#include "extractors/html/stand_ins.h"

#include <algorithm>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

// Planes 15 and 16 without their last two code points, which are no characters.
constexpr uint32_t kFirst = 0xF0000;
constexpr uint32_t kPlane = 0xFFFE;
constexpr size_t kMost = 2 * size_t{kPlane};

uint32_t octet(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]);
}

void append_stand_in(uint32_t index, std::string& out) {
  append_code_point(kFirst + index / kPlane * 0x10000 + index % kPlane, out);
}

// Valid UTF-8 at a lead octet from U+0080 on.
uint32_t code_point(std::string_view text, size_t at) {
  const uint32_t lead = octet(text, at);
  const size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  uint32_t c = lead & (0x3F >> more);
  for (size_t i = 1; i <= more && at + i < text.size(); ++i) c = c << 6 | (octet(text, at + i) & 0x3F);
  return c;
}

bool is_odd(uint32_t c) {
  return c < 0xA0 || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || c >= kFirst;
}

// Leads of all odd code points beyond ASCII are C2, EF and F0 to F4.
bool has_odd_character(std::string_view page) {
  uint8_t odd = 0, high = 0;
  for (const char letter : page) {
    const auto c = static_cast<uint8_t>(letter);
    odd = static_cast<uint8_t>(odd | ((c < 0x20) & (c != '\n') & (c != '\t')) | (c == 0x7F));
    high = static_cast<uint8_t>(high | c);
  }
  if (odd != 0) return true;
  if (high < 0x80) return false;
  for (size_t at = ascii_run(page); at < page.size(); at += 1 + ascii_run(page.substr(at + 1))) {
    const uint32_t lead = octet(page, at);
    if ((lead == 0xC2 || lead >= 0xEF) && is_odd(code_point(page, at))) return true;
  }
  return false;
}

// "&#...": a form feed, or a character of the planes that stand-ins are of.
bool is_odd_reference(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  uint32_t value = 0;
  for (size_t at = hex ? 3 : 2; at < text.size() && value < kFirst; ++at) {
    const char c = text[at], lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * (hex ? 16 : 10) + static_cast<uint32_t>(c - '0');
    } else if (hex && lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<uint32_t>(lower - 'a' + 10);
    } else {
      break;
    }
  }
  return value == '\f' || value >= kFirst;
}

bool has_odd_reference(std::string_view page) {
  for (size_t at = page.find('&'); at != page.npos; at = page.find('&', at + 1)) {
    if (at + 1 < page.size() && page[at + 1] == '#' && is_odd_reference(page.substr(at))) return true;
  }
  return false;
}

}  // namespace

bool StandIns::may_stand_in(std::string_view page) {
  return page.size() <= UINT32_MAX && !has_odd_character(page) && !has_odd_reference(page);
}

bool StandIns::put(Kind kind, size_t begin, size_t size, std::string& out) {
  if (stretches_.size() == kMost) return false;
  append_stand_in(static_cast<uint32_t>(stretches_.size()), out);
  stretches_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(size), kind});
  if (kind < Kind::kValue) ++kept_;
  return true;
}

bool StandIns::put_name(std::string_view page, size_t begin, size_t size, std::string& out) {
  std::string name(page.substr(begin, size));
  for (char& c : name) c = ascii_lower(c);
  const auto [known, fresh] = names_.try_emplace(std::move(name), static_cast<uint32_t>(stretches_.size()));
  if (!fresh) {
    append_stand_in(known->second, out);
    return true;
  }
  if (put(Kind::kName, begin, size, out)) return true;
  names_.erase(known);
  return false;
}

void StandIns::put_blank(size_t begin, size_t size, std::string& out) {
  blanks_.push_back(
      {static_cast<uint32_t>(out.size()), static_cast<uint32_t>(begin), static_cast<uint32_t>(size)});
  out += '\f';
}

void StandIns::hide_attributes(size_t tag, std::span<const TagAttribute> attributes, bool in_svg) {
  tags_.push_back({static_cast<uint32_t>(tag), static_cast<uint32_t>(attributes_.size()),
                   static_cast<uint32_t>(attributes.size()), in_svg});
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
}

const StandIns::Stretch* StandIns::stretch_at(std::string_view text) const {
  if (text.size() < kOctets || octet(text, 0) < 0xF3) return nullptr;
  const uint32_t c = code_point(text, 0);
  if (c < kFirst) return nullptr;
  const size_t index = (c - kFirst) / 0x10000 * kPlane + (c & 0xFFFF);
  return index < stretches_.size() ? &stretches_[index] : nullptr;
}

}  // namespace dekko
