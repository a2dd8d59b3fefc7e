#include "crawler/polite/robots_path.h"

#include <algorithm>

namespace dekko {

namespace {

constexpr char kHex[] = "0123456789ABCDEF";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// RFC 3986 section 2.3.
bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_escape(std::string& out, char c) {
  const auto octet = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[octet >> 4];
  out += kHex[octet & 15];
}

// What no address has as it is (RFC 3986 section 2): a rule may, for people write them.
bool is_unfit(char c) {
  return (c >= 0 && c <= ' ') || c == 0x7F || std::string_view("\"%<>\\^`{|}").find(c) != std::string_view::npos;
}

struct Spelling {
  bool normalise = false;
  bool encode_beyond_ascii = false;
  std::string_view encode = {};
};

std::string spelled(std::string_view text, const Spelling& spelling) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool escape =
        c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (escape) {
      const char meant = char(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      if (spelling.normalise && is_unreserved(meant)) {
        out += meant;
      } else {
        append_escape(out, meant);
      }
      i += 2;
    } else if ((spelling.encode_beyond_ascii && static_cast<unsigned char>(c) >= 0x80) ||
               (spelling.normalise && is_unfit(c)) || spelling.encode.find(c) != std::string_view::npos) {
      append_escape(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string rule_as_written(std::string_view pattern) {
  return spelled(pattern, {.encode_beyond_ascii = true});
}

std::string target_as_written(std::string_view target) {
  return spelled(target, {});
}

std::string rule_normalised(std::string_view pattern) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::string out = spelled(pattern, {.normalise = true, .encode_beyond_ascii = true, .encode = "$"});
  if (anchored) out += '$';
  return out;
}

std::string target_normalised(std::string_view target) {
  return spelled(target, {.normalise = true, .encode_beyond_ascii = true, .encode = "*$"});
}

bool path_matches(std::string_view pattern, std::string_view target) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  size_t star = pattern.find('*');
  if (star == std::string_view::npos) return anchored ? target == pattern : target.starts_with(pattern);
  if (!target.starts_with(pattern.substr(0, star))) return false;
  target.remove_prefix(star);
  // Each piece between stars is taken at its first place: a later one could only leave less for the rest.
  while (star < pattern.size()) {
    pattern.remove_prefix(star + 1);
    star = std::min(pattern.find('*'), pattern.size());
    const std::string_view piece = pattern.substr(0, star);
    if (star == pattern.size() && anchored) return target.ends_with(piece);
    const size_t at = target.find(piece);
    if (at == std::string_view::npos) return false;
    target.remove_prefix(at + piece.size());
  }
  return true;
}

}  // namespace dekko
