#include "extractors/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

// HTML's white space and every code point with the property White_Space.
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0xFEFF;
}

constexpr uint64_t kEach = 0x0101010101010101;  // octet of eight

// Whether all eight octets are visible ASCII or spaces, no two of these beside each other, none first or
// last.
bool is_plain(const char* octets) {
  uint64_t word = 0;
  std::memcpy(&word, octets, sizeof word);
  if (octets[0] == ' ' || octets[7] == ' ' || (word & 0x80 * kEach) != 0) return false;
  const uint64_t below_space = ~(word + 0x60 * kEach), deleted = ~((word ^ 0x7F * kEach) + 0x7F * kEach);
  const uint64_t spaces = ~((word ^ 0x20 * kEach) + 0x7F * kEach) & 0x80 * kEach;
  return ((below_space | deleted) & 0x80 * kEach) == 0 && (spaces & spaces << 8) == 0;
}

// The octets at the start of `text` that collapsing leaves as they are: visible ASCII with single spaces
// between.
size_t plain_run(std::string_view text) {
  const auto is_visible = [&](size_t at) { return static_cast<unsigned char>(text[at] - '!') < 0x7F - '!'; };
  size_t end = 0;
  while (end < text.size()) {
    if (end + 8 <= text.size() && is_plain(text.data() + end)) {
      end += 8;
    } else if (is_visible(end)) {
      ++end;
    } else if (text[end] == ' ' && end > 0 && end + 1 < text.size() && is_visible(end + 1)) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

// The octets at the start of `text` that are whole letters of two or three octets, none of which can be a
// space or invisible: those of U+00C0 to U+07FF, and U+3001 to U+DFFF.
size_t letter_run(std::string_view text) {
  size_t end = 0;
  while (end + 2 < text.size()) {
    const auto lead = static_cast<unsigned char>(text[end]);
    const bool two = lead >= 0xC3 && lead <= 0xDF;
    const bool three = lead >= 0xE3 && lead <= 0xED && !text.substr(end).starts_with("\xE3\x80\x80");
    const auto follows = [&](size_t at) {
      return (static_cast<unsigned char>(text[end + at]) & 0xC0U) == 0x80;
    };
    if (!(two || three) || !follows(1) || (three && !follows(2))) break;
    end += two ? 2 : 3;
  }
  return end;
}

// The straight form of a quote or dash, 0 for everything else. Before normalisation, which takes U+00B4
// apart.
char straight(char32_t c) {
  switch (c) {
    case 0x60:
    case 0xB4:
    case 0x2B9:
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
    case 0xFF02:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return '-';
    default:
      return 0;
  }
}

// Collapsed, ASCII in lower case, quotes, dashes and dots as on a typewriter. All that most text needs, and
// done in place: no replacement is longer than what it replaces.
std::string straightened(std::string_view text) {
  std::string out = collapse_space(text);
  if (is_ascii(out)) {
    for (char& c : out) c = c == '`' ? '\'' : ascii_lower(c);
    return out;
  }
  size_t to = 0;
  for (size_t at = 0; at < out.size();) {
    const CodePoint c = code_point_at(out, at);
    if (const char plain = straight(c.value)) {
      out[to++] = plain;
    } else if (c.value == U'…') {
      for (int i = 0; i < 3; ++i) out[to++] = '.';
    } else {
      for (size_t i = 0; i < c.size; ++i) out[to++] = ascii_lower(out[at + i]);
    }
    at += c.size;
  }
  out.resize(to);
  return out;
}

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

// ICU's data is linked in, so an instance is always there; text that could not be normalised stays as it is.
std::string normalized(Instance instance, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = instance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) normalizer->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

bool is_between(char32_t c, char32_t low, char32_t high) {
  return c - low <= high - low;
}

// Letters that every form of normalisation leaves as they are, wherever they stand among each other: Han,
// kana, Hangul, and of the alphabets those in lower case that carry no mark. Most text has no others.
bool is_settled_bare(char32_t c) {
  if (c < 0x80) return true;
  if (c < 0x600) return is_between(c, 0x430, 0x44F) && c != U'й';
  if (c < 0x3001) return c == 0x621 || is_between(c, 0x627, 0x63A) || is_between(c, 0x641, 0x64A);
  return c <= 0x3003 || is_between(c, 0x3008, 0x3011) || is_between(c, 0x3041, 0x3096) ||
         is_between(c, 0x30A1, 0x30FA) || c == 0x30FC || is_between(c, 0x4E00, 0x9FFF) ||
         is_between(c, 0xAC00, 0xD7A3);
}

// The same where accents stay.
bool is_settled(char32_t c) {
  return is_settled_bare(c) || (is_between(c, 0xE0, 0xFF) && c != 0xF7) || is_between(c, 0x430, 0x45F);
}

// The first letter of a text that begins with two settled ones beyond ASCII; 0 of others.
char32_t settled_start(std::string_view text) {
  const CodePoint first = code_point_at(text, 0);
  if (first.value < 0x80 || first.size == text.size() || !is_settled_bare(first.value)) return 0;
  return is_settled_bare(code_point_at(text, first.size).value) ? first.value : 0;
}

bool all_of_text(std::string_view text, bool (*test)(char32_t)) {
  for (size_t at = ascii_run(text); at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!test(c.value)) return false;
    at += c.size;
  }
  return true;
}

bool is_accent(char32_t c) {
  if (!is_mark(c) || c == 0x3099 || c == 0x309A) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW || script == USCRIPT_ARABIC;
}

std::string without_accents(const std::string& decomposed) {
  std::string out;
  for (size_t at = 0; at < decomposed.size();) {
    const CodePoint c = code_point_at(decomposed, at);
    if (!is_accent(c.value)) out.append(decomposed, at, c.size);
    at += c.size;
  }
  return out;
}

}  // namespace

std::string collapse_space(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')))
    text.remove_prefix(1);
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const size_t plain = plain_run(text.substr(at));
    if (const size_t size = plain > 0 ? plain : letter_run(text.substr(at))) {
      if (gap) out += ' ';
      gap = false;
      out.append(text, at, size);
      at += size;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      gap = !out.empty();
    } else if (!is_invisible(c.value)) {
      if (gap) out += ' ';
      gap = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string plain_text(std::string_view text) {
  std::string out = straightened(text);
  if (all_of_text(out, is_settled)) return out;
  return collapse_space(normalized(&icu::Normalizer2::getNFKCCasefoldInstance, out));
}

std::string fold_plain(std::string plain) {
  if (all_of_text(plain, is_settled_bare)) return plain;
  const std::string bare = without_accents(normalized(&icu::Normalizer2::getNFDInstance, plain));
  return collapse_space(normalized(&icu::Normalizer2::getNFCInstance, bare));
}

std::string fold_key(std::string_view text) {
  return fold_plain(plain_text(text));
}

// Where visible ASCII stands against the end of the other or against other visible ASCII, no mark after it
// makes them the same.
bool has_key(std::string_view text, std::string_view key) {
  const auto is_visible = [](char c) { return c > ' ' && c < 0x7F; };
  const auto is_same = [](char a, char b) { return a > 0 && (a == '`' ? '\'' : ascii_lower(a)) == b; };
  size_t at = 0;
  while (at < text.size() && at < key.size() && is_same(text[at], key[at])) ++at;
  if (at == 0 && begins_otherwise(text, key)) return false;
  const bool text_ends = at == text.size(), key_ends = at == key.size();
  if (text_ends && key_ends) return true;
  const bool differ = (text_ends || is_visible(text[at])) && (key_ends || is_visible(key[at]));
  return !differ && fold_key(text) == key;
}

std::string_view without_ellipsis(std::string_view text) {
  std::string_view rest = text;
  if (rest.ends_with("]") || rest.ends_with(")")) rest.remove_suffix(1);
  const bool bracketed = rest.size() != text.size();
  const size_t whole = rest.size();
  while (rest.ends_with("…")) rest.remove_suffix(std::string_view("…").size());
  if (rest.ends_with("...")) rest.remove_suffix(rest.size() - (rest.find_last_not_of('.') + 1));
  if (rest.size() == whole) return text;
  if (bracketed && !rest.ends_with("[") && !rest.ends_with("(")) return text;
  if (bracketed) rest.remove_suffix(1);
  while (rest.ends_with(" ")) rest.remove_suffix(1);
  return rest;
}

bool plain_says_the_same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string_view cut_a = without_ellipsis(a), cut_b = without_ellipsis(b);
  if (cut_a.empty() || cut_b.empty()) return false;
  return (cut_a.size() < a.size() && cut_b.starts_with(cut_a)) ||
         (cut_b.size() < b.size() && cut_a.starts_with(cut_b));
}

// Only of visible ASCII: whatever mark stands on it, no other character of these becomes the same. And of
// letters that nothing takes apart, with another of them after each, which is no mark.
bool begins_otherwise(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  const auto is_visible = [](char c) { return c > ' ' && c < 0x7F; };
  const auto plain = [](char c) { return c == '`' ? '\'' : ascii_lower(c); };
  if (is_visible(a[0]) && is_visible(b[0])) return plain(a[0]) != plain(b[0]);
  const char32_t left = settled_start(a), right = settled_start(b);
  return left != 0 && right != 0 && left != right;
}

bool says_the_same(std::string_view a, std::string_view b) {
  return a == b || (!begins_otherwise(a, b) && plain_says_the_same(plain_text(a), plain_text(b)));
}

size_t length_of(std::string_view text) {
  const auto leads = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), leads));
}

}  // namespace dekko
