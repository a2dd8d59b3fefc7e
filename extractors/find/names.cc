#include "extractors/find/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kWords = 5;            // "Maria del Carmen de la Cruz" is at the edge
constexpr size_t kNameOctets = 64;      // of one name, doubled ones twice that
constexpr size_t kNamesOctets = 4'096;  // of a line of them: limits::kBylines names, each as long as most
constexpr size_t kKeptTexts = 2'048;    // 8 MiB; a listing's page has some dozens
constexpr size_t kUncasedLetters = 16;  // a name in a script without capitals
constexpr size_t kIdeographs = 10;      // and kana, in a word: a house's name; what is longer is a clause
constexpr std::array<std::string_view, 20> kSmallWords = {"de",  "da",  "del", "della", "der", "den", "di",
                                                          "do",  "dos", "du",  "la",    "le",  "al",  "bin",
                                                          "ibn", "ter", "van", "von",   "and", "y"};

// "d’Arcy", "al-Khatib": the capital follows a small word that is tied to the name.
constexpr std::array<std::string_view, 8> kTied = {"d'", "d’", "l'", "l’", "al-", "el-", "ul-", "ibn-"};

std::string_view without_tied(std::string_view word) {
  for (const std::string_view tied : kTied) {
    if (word.starts_with(tied) && word.size() > tied.size()) return word.substr(tied.size());
  }
  return word;
}

bool has_ignoring_case(std::string_view text, std::string_view lower) {
  const auto same = [](char a, char b) { return ascii_lower(a) == b; };
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), same) != text.end();
}

// A small word that is part of no name and of nothing that stands between or before names: what every line of
// prose soon has.
bool is_word_of_prose(std::string_view word, const BylineRules& rules) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.empty() || !std::all_of(word.begin(), word.end(), small)) return false;
  if (word == "und" || word == "et") return false;
  const auto has_word = [word](const std::string& text) { return has_ignoring_case(text, word); };
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) == kSmallWords.end() &&
         std::none_of(rules.prefixes.begin(), rules.prefixes.end(), has_word) &&
         std::none_of(rules.separators.begin(), rules.separators.end(), has_word);
}

// Three Korean words or more, of which the last ends as a statement's verb does.
bool is_statement(std::string_view line) {
  return line.ends_with("다") && std::count(line.begin(), line.end(), ' ') >= 2;
}

bool is_prose(std::string_view line, const BylineRules& rules) {
  if (is_statement(line)) return true;
  for (size_t at = 0; at < line.size();) {
    const size_t end = std::min(line.find(' ', at), line.size());
    if (is_word_of_prose(line.substr(at, end - at), rules)) return true;
    at = end + 1;
  }
  return false;
}

// "V." and "Jr." may stand in a name; a full stop after a longer word ends a sentence.
bool is_name_word(std::string_view word, size_t& uncased) {
  if (std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end()) return true;
  if (word.ends_with("..") || (word.ends_with('.') && length_of(word) > 4)) return false;
  word = without_tied(word);
  size_t ideographs = 0;
  bool first = true;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    if (digit_value(point.value) >= 0) return false;
    if (std::u32string_view(U"?!:;\"“”„«»…()[]{}$%#*+=<>/\\。、「」『』，！？：；").find(point.value) !=
        std::u32string_view::npos) {
      return false;
    }
    if (first && is_lower(point.value)) return false;
    if (is_letter(point.value) && !is_upper(point.value) && !is_lower(point.value)) ++uncased;
    if (point.value >= 0x2E80 && point.value <= 0x9FFF) ++ideographs;
    first = false;
  }
  return ideographs <= kIdeographs;
}

bool is_name(std::string_view part) {
  if (part.size() > 2 * kNameOctets) return false;
  size_t words = 0, uncased = 0;
  bool letters = false;
  for (size_t at = 0; at < part.size();) {
    const size_t end = std::min(part.find(' ', at), part.size());
    std::string_view word = part.substr(at, end - at);
    if (word.ends_with(',')) word.remove_suffix(1);
    if (word.starts_with('@')) word = "X";
    if (!word.empty() && !is_name_word(word, uncased)) return false;
    letters = letters || (!word.empty() && is_letter(code_point_at(word, 0).value));
    words += word.empty() ? 0 : 1;
    at = end + 1;
  }
  return letters && words <= 2 * kWords && (words <= kWords || part.size() <= kNameOctets) &&
         uncased <= 2 * kUncasedLetters;
}

// Every separator of the rules, words between spaces, and commas.
std::vector<std::string> bars_of(const BylineRules& rules) {
  std::vector<std::string> bars;
  for (const std::string& separator : rules.separators) {
    if (separator.empty()) continue;
    const bool is_word = is_letter(code_point_at(separator, 0).value);
    bars.push_back(is_word ? " " + separator + " " : separator);
  }
  for (const char* const word : {", ", " and ", " & ", " und ", " et "}) bars.emplace_back(word);
  return bars;
}

std::string with_bars(std::string_view text, const std::vector<std::string>& separators) {
  std::string bars(text);
  for (const std::string& separator : separators) {
    for (size_t at = bars.find(separator); at != std::string::npos; at = bars.find(separator, at + 1)) {
      bars.replace(at, separator.size(), "|");
    }
  }
  return bars;
}

}  // namespace

bool has_byline_prefix(std::string_view text, const BylineRules& rules) {
  return std::any_of(rules.prefixes.begin(), rules.prefixes.end(), [&](const std::string& prefix) {
    if (prefix.empty() || !starts_with_ignoring_case(text, prefix)) return false;
    const std::string_view rest = text.substr(prefix.size());
    return rest.starts_with(' ') || rest.starts_with(':') ||
           !is_letter(code_point_before(prefix, prefix.size()).value);
  });
}

NameTest::NameTest(const BylineRules& rules) : rules_(rules), bars_(bars_of(rules)) {}

bool NameTest::reads_as_names(std::string_view text) {
  if (text.size() > kNamesOctets || is_prose(text, rules_)) return false;
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  if (known_.size() == kKeptTexts) known_.clear();
  return known_.emplace(text, all_names(text)).first->second;
}

bool NameTest::all_names(std::string_view text) const {
  std::string line = collapse_space(text);
  for (const std::string& prefix : rules_.prefixes) {
    if (!prefix.empty() && starts_with_ignoring_case(line, prefix + " ")) line.erase(0, prefix.size() + 1);
  }
  const std::string bars = with_bars(line, bars_);
  size_t parts = 0;
  for (size_t at = 0; at < bars.size();) {
    const size_t end = std::min(bars.find('|', at), bars.size());
    const std::string part = collapse_space(std::string_view(bars).substr(at, end - at));
    if (!part.empty() && !is_name(part)) return false;
    parts += part.empty() ? 0 : 1;
    at = end + 1;
  }
  return parts > 0;
}

}  // namespace dekko
