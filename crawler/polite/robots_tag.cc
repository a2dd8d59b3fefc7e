#include "crawler/polite/robots_tag.h"

#include <algorithm>
#include <array>

namespace dekko {

namespace {

// Directives that carry a value after a colon, and so are no agent's name.
constexpr std::array<std::string_view, 4> kWithValue = {"unavailable_after", "max-snippet",
                                                        "max-image-preview", "max-video-preview"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

bool carries_a_value(std::string_view name) {
  return std::any_of(kWithValue.begin(), kWithValue.end(),
                     [&](std::string_view known) { return same(known, name); });
}

}  // namespace

bool forbids_archiving(std::string_view directives, std::string_view agent) {
  bool is_for_us = true;
  while (!directives.empty()) {
    const size_t comma = std::min(directives.find(','), directives.size());
    std::string_view directive = trimmed(directives.substr(0, comma));
    directives.remove_prefix(std::min(comma + 1, directives.size()));
    const size_t colon = directive.find(':');
    if (const auto name = trimmed(directive.substr(0, colon));
        colon != directive.npos && !carries_a_value(name)) {
      is_for_us = same(name, agent) || name == "*" || same(name, "robots");
      directive = trimmed(directive.substr(colon + 1));
    }
    if (is_for_us && (same(directive, "noarchive") || same(directive, "none"))) return true;
  }
  return false;
}

}  // namespace dekko
