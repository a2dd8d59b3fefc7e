#include "extractors/fields/bylines.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "core/limits.h"
#include "extractors/fields/doubled_name.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// What may be left at the ends of a name once its neighbours are gone: "Jane Doe —", ", Al Roe".
constexpr std::array<std::string_view, 13> kEdges = {" ", ",", ";", ":", "|",  "/", "-",
                                                     "–", "—", "•", "·", "：", "、"};

std::string_view without_edges(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view edge : kEdges) {
      const size_t before = text.size();
      if (text.starts_with(edge)) text.remove_prefix(edge.size());
      if (text.ends_with(edge)) text.remove_suffix(edge.size());
      more = more || text.size() < before;
    }
  }
  return text;
}

bool is_word(std::string_view separator) {
  if (separator == "&" || separator == "+") return true;
  for (size_t at = 0; at < separator.size(); at += code_point_at(separator, at).size) {
    if (is_letter(code_point_at(separator, at).value)) return true;
  }
  return false;
}

// "By" needs a space or colon after it ("Byron" is a name); "Author:" and "文/" end in a mark of their own.
bool ends_prefix(std::string_view prefix, std::string_view rest) {
  if (!is_letter(code_point_before(prefix, prefix.size()).value)) return true;
  return rest.empty() || rest.front() == ' ' || rest.front() == ':' || rest.starts_with("：");
}

std::string_view without_prefix(std::string_view name, const BylineRules& rules) {
  for (const std::string& prefix : rules.prefixes) {
    if (prefix.empty() || !starts_with_ignoring_case(name, prefix)) continue;
    const std::string_view rest = name.substr(prefix.size());
    if (ends_prefix(prefix, rest)) return without_edges(rest);
  }
  return name;
}

std::string_view without_constants(std::string_view text, const BylineRules& rules) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string& constant : rules.constants) {
      if (constant.empty() || !starts_with_ignoring_case(text, constant)) continue;
      const std::string_view rest = text.substr(constant.size());
      if (!rest.empty() && is_lower(code_point_at(rest, 0).value)) continue;
      text = without_edges(rest);
      more = true;
    }
  }
  return text;
}

bool is_ideograph(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

// "田中一郎と佐藤花子": kana between ideographs needs no space.
bool stands_between_ideographs(std::string_view line, size_t at, size_t end) {
  if (at == 0 || end >= line.size() || is_ideograph(code_point_at(line, at).value)) return false;
  return is_ideograph(code_point_before(line, at).value) && is_ideograph(code_point_at(line, end).value);
}

// The octets that separators begin with, of letters in both cases.
std::bitset<256> starts_of(const std::vector<std::string>& separators) {
  std::bitset<256> starts;
  for (const std::string& separator : separators) {
    if (separator.empty()) continue;
    const char low = ascii_lower(separator[0]);
    starts.set(static_cast<unsigned char>(separator[0]));
    starts.set(static_cast<unsigned char>(low));
    if (low >= 'a' && low <= 'z') starts.set(static_cast<unsigned char>(low - 'a' + 'A'));
  }
  return starts;
}

// The length of a separator at `at`, 0 if none stands there. A word has a space, or the line's end, on both
// sides; one of two letters ("y", "et") is compared with case, for "Y" is somebody's initial.
size_t separator_at(std::string_view line, size_t at, const BylineRules& rules) {
  for (const std::string& separator : rules.separators) {
    const std::string_view here = line.substr(at);
    if (separator.empty() || !starts_with_ignoring_case(here, separator)) continue;
    if (!is_word(separator)) return separator.size();
    const bool alone = (at == 0 || line[at - 1] == ' ') &&
                       (here.size() == separator.size() || here[separator.size()] == ' ');
    if (is_unspaced(code_point_at(separator, 0).value) &&
        stands_between_ideographs(line, at, at + separator.size())) {
      return separator.size();
    }
    if (alone && (separator.size() > 2 || here.starts_with(separator))) return separator.size();
  }
  return 0;
}

// "Jane DoeBy Jane Doe" says one name, the first time for the avatar.
std::string_view undoubled_around_prefix(std::string_view name, const BylineRules& rules) {
  for (const std::string& prefix : rules.prefixes) {
    const size_t at = prefix.empty() ? 0 : name.find(prefix);
    if (at == 0 || at == std::string_view::npos || name[at - 1] == ' ') continue;
    const std::string_view after = without_prefix(name.substr(at), rules);
    if (has_key(name.substr(0, at), fold_key(after))) return after;
  }
  return undoubled(name);
}

// "Jr." after a comma belongs to the name before it.
bool is_suffix(std::string_view part) {
  static constexpr std::array<std::string_view, 10> kSuffixes = {"jr",  "jr.", "sr",    "sr.", "ii",
                                                                 "iii", "iv",  "ph.d.", "phd", "m.d."};
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [part](auto suffix) { return has_key(part, suffix); });
}

// Views of `line` between separators. The name at the front is `whole` octets long at least, whatever stands
// in it.
std::vector<std::string_view> split(std::string_view line, size_t whole, const BylineRules& rules) {
  std::vector<std::string_view> parts;
  const std::bitset<256> starts = starts_of(rules.separators);
  size_t begin = 0;
  const auto close = [&](size_t end) {
    const std::string_view part = without_edges(line.substr(begin, end - begin));
    if (!parts.empty() && is_suffix(part)) {
      const char* front = parts.back().data();
      parts.back() = std::string_view(front, static_cast<size_t>(part.data() + part.size() - front));
    } else if (!part.empty()) {
      parts.push_back(part);
    }
  };
  for (size_t at = whole; at < line.size();) {
    const bool may_be = starts.test(static_cast<unsigned char>(line[at]));
    const size_t length = may_be ? separator_at(line, at, rules) : 0;
    if (length != 0) close(at);
    at += length != 0 ? length : code_point_at(line, at).size;
    if (length != 0) begin = at;
  }
  close(line.size());
  return parts;
}

}  // namespace

std::vector<Author> read_bylines(std::string_view line, const BylineRules& rules, std::string_view avatar) {
  if (line.size() > limits::kFieldBytes || avatar.size() > limits::kFieldBytes) return {};
  const std::string text = collapse_space(line);
  const std::string alt = collapse_space(avatar);
  const std::string_view known = without_prefix(without_constants(alt, rules), rules);
  std::string_view rest = without_constants(text, rules);
  rest = without_prefix(without_avatar(rest, known), rules);
  const size_t certain = known.empty() ? 0 : spelled_at_front(rest, known);
  const std::string_view first = rest.substr(0, certain);
  std::vector<Author> authors;
  for (std::string_view part : split(rest, certain, rules)) {
    part = without_prefix(without_constants(part, rules), rules);
    if (part != first) part = undoubled_around_prefix(part, rules);
    std::string key = fold_key(part);
    const auto same = [&key](const Author& other) { return other.key == key; };
    if (key.empty() || std::any_of(authors.begin(), authors.end(), same)) continue;
    if (authors.size() == limits::kBylines) break;
    authors.push_back({std::string(part), std::move(key)});
  }
  return authors;
}

}  // namespace dekko
