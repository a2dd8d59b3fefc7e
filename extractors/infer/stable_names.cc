#include "extractors/infer/stable_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dekko {

namespace {

constexpr int kMeaning = 1, kWord = 2, kDressing = 6;
constexpr size_t kNameOctets = 64;  // a longer one was put together by a tool

// clang-format off
constexpr std::array<std::string_view, 58> kListingWords = {
    "title", "headline", "heading", "byline", "author", "authors", "date", "time", "published", "dek", "standfirst",
    "excerpt", "summary", "subtitle", "subhead", "kicker", "category", "label", "card", "post", "posts", "entry",
    "item", "teaser", "story", "stories", "article", "articles", "thumb", "thumbnail", "image", "photo", "picture",
    "meta", "list", "listing", "result", "results", "row", "link", "name", "names", "description", "pagination",
    "pager", "next", "archive", "content", "feed", "stream", "topic", "eyebrow", "lede", "intro", "day", "when",
    "writer", "river"};
constexpr std::array<std::string_view, 50> kDressings = {
    "m", "mt", "mb", "ml", "mr", "mx", "my", "p", "pt", "pb", "pl", "pr", "px", "py", "w", "h", "d", "col", "cols",
    "flex", "grid", "text", "bg", "font", "border", "rounded", "float", "clearfix", "container", "wrapper", "wrap",
    "inner", "outer", "left", "right", "small", "large", "big", "active", "odd", "even", "first", "last", "lazy",
    "loaded", "is", "has", "js", "block", "hidden"};
constexpr std::array<std::string_view, 7> kToolPrefixes = {"css-", "sc-", "jsx-", "svelte-", "emotion-", "ng-",
                                                           "_ng"};
// clang-format on

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
char lower(char c) {
  return static_cast<char>(is_capital(c) ? c - 'A' + 'a' : c);
}

// "Card_title--wide" is card, title, wide; "postTitle" is post, title.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  bool was_small = false;
  for (const char c : name) {
    const bool separates = std::string_view("-_:/.@").find(c) != std::string_view::npos;
    if (separates || (is_capital(c) && was_small)) words.emplace_back();
    if (!separates) words.back() += lower(c);
    was_small = !separates && !is_capital(c);
  }
  std::erase(words, "");
  return words;
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// Consonants in a row, and whether there is a vowel at all: what tells a word from letters drawn by lot.
bool can_be_said(std::string_view letters) {
  size_t row = 0, begins = 0, most = 0;
  bool vowel = false;
  for (const char c : letters) {
    const bool consonant = c >= 'a' && c <= 'z' && !is_vowel(c);
    row = consonant ? row + 1 : 0;
    vowel = vowel || !consonant;
    most = std::max(most, row);
    if (!vowel) begins = row;
  }
  return letters.size() < 4 || (vowel && begins < 4 && most < 5);
}

// Letters and at most two digits behind them: "h2", "col12".
bool is_word(std::string_view word) {
  size_t digits = 0;
  while (digits < word.size() && is_digit(word[word.size() - 1 - digits])) ++digits;
  const std::string_view letters = word.substr(0, word.size() - digits);
  if (digits > 2 || std::any_of(letters.begin(), letters.end(), is_digit)) return false;
  return can_be_said(letters);
}

// "bdVaJa": capitals where no word begins.
bool is_drawn_by_lot(std::string_view name) {
  size_t run = 0, short_runs = 0;
  bool was_small = false;
  for (const char c : name) {
    const bool breaks = is_capital(c) && was_small;
    if (breaks && run < 3) ++short_runs;
    run = breaks ? 1 : run + 1;
    was_small = c >= 'a' && c <= 'z';
  }
  return short_runs >= 2 || (short_runs == 1 && run < 3);
}

// "x7Gh2": people number at the end.
bool has_letter_after_digit(std::string_view part) {
  const auto digit = std::find_if(part.begin(), part.end(), is_digit);
  return !std::all_of(digit, part.end(), is_digit);
}

bool is_made(std::string_view name) {
  if (name.empty() || name.size() > kNameOctets) return true;
  for (const std::string_view prefix : kToolPrefixes) {
    if (name.starts_with(prefix)) return true;
  }
  size_t begin = 0;
  while (begin <= name.size()) {  // each part between separators
    const size_t end = std::min(name.find_first_of("-_", begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (is_drawn_by_lot(part) || has_letter_after_digit(part)) return true;
    begin = end + 1;
  }
  const std::vector<std::string> words = words_of(name);
  return !std::all_of(words.begin(), words.end(), [](const auto& word) { return is_word(word); });
}

}  // namespace

std::optional<int> name_cost(std::string_view name) {
  if (is_made(name)) return std::nullopt;
  const std::vector<std::string> words = words_of(name);
  if (words.empty()) return std::nullopt;
  const bool numbered = name.size() > 2 && std::any_of(name.begin(), name.end(), is_digit);
  if (numbered || is_one_of(words.front(), kDressings)) return kDressing;
  const bool of_listings = std::any_of(words.begin(), words.end(),
                                       [](const auto& word) { return is_one_of(word, kListingWords); });
  const bool dressing = is_one_of(words.back(), kDressings);
  return (of_listings ? kMeaning : kWord) + (dressing ? 1 : 0);
}

std::string_view written_stem(std::string_view name) {
  if (!is_made(name)) return {};
  const size_t end = name.find_last_of("-_");
  if (end == name.npos || end + 1 >= name.size()) return {};
  const std::string_view stem = name.substr(0, end + 1);
  const std::string_view written = stem.substr(0, stem.find_last_not_of("-_") + 1);
  const auto cost = name_cost(written);
  return cost && *cost < kDressing && written.size() > 3 ? stem : std::string_view();
}

}  // namespace dekko
