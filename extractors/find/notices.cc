#include "extractors/find/notices.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extractors/find/notice_words.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// A notice is one line of its own; a headline that begins like one is longer.
constexpr size_t kNoticeOctets = 240;

// What a title is cut at: "Page not found | Example News".
constexpr std::array<std::string_view, 9> kSeparators = {" | ",  " - ", " – ", " — ", " · ",
                                                         " :: ", " » ", " « ", ": "};

// What may follow a word that stands for all of its title: "Login to Example", "404 (Not Found)", "Oops!
// ...".
constexpr std::array<std::string_view, 7> kAfterWord = {" to ", " (", ":", "!", ",", ".", "…"};

std::vector<std::string> folded(std::span<const std::string_view> phrases) {
  std::vector<std::string> keys;
  for (const std::string_view phrase : phrases) keys.push_back(fold_key(phrase));
  return keys;
}

bool begins_with_one(std::string_view key, const std::vector<std::string>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const auto& start) { return key.starts_with(start); });
}

bool holds_one(std::string_view key, const std::vector<std::string>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const auto& part) { return key.find(part) != std::string_view::npos; });
}

std::vector<std::string_view> parts_of(std::string_view title) {
  std::vector<std::string_view> parts = {title};
  while (true) {
    const std::string_view rest = parts.back();
    size_t at = rest.npos, size = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t here = rest.find(separator);
      if (here < at) at = here, size = separator.size();
    }
    if (at == rest.npos) return parts;
    parts.back() = rest.substr(0, at);
    parts.push_back(rest.substr(at + size));
  }
}

std::string without_marks(std::string key) {
  while (!key.empty() && std::string_view(".!?… ").find(key.back()) != std::string_view::npos) key.pop_back();
  return key;
}

struct StrangerWords {
  Stranger kind;
  std::vector<std::string> starts, wholes;
};

const std::vector<StrangerWords>& stranger_words() {
  static const std::vector<StrangerWords> words = [] {
    std::vector<StrangerWords> list;
    for (const notices::Titles& titles : notices::titles()) {
      list.push_back({titles.kind, folded(titles.starts), folded(titles.wholes)});
    }
    return list;
  }();
  return words;
}

// "404", "forbidden", "вход": one word, which a topic may begin with, too. Scripts without spaces have no
// such.
bool is_one_word(std::string_view phrase) {
  return phrase.find(' ') == phrase.npos && code_point_at(phrase, 0).value < 0x3000;
}

bool begins(std::string_view key, std::string_view phrase) {
  if (key.empty() || key.front() != phrase.front() || !key.starts_with(phrase)) return false;
  const std::string_view rest = key.substr(phrase.size());
  if (rest.empty() || !is_one_word(phrase)) return true;
  return std::any_of(kAfterWord.begin(), kAfterWord.end(),
                     [&](auto after) { return rest.starts_with(after); });
}

bool tells_of_a_missing_page(std::string_view key) {
  static const std::vector<std::pair<std::string, std::string>> missing = [] {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& [page, is_gone] : notices::missing_pages())
      pairs.emplace_back(fold_key(page), fold_key(is_gone));
    return pairs;
  }();
  return std::any_of(missing.begin(), missing.end(), [&](const auto& pair) {
    return key.find(pair.first) != key.npos && key.find(pair.second) != key.npos;
  });
}

std::optional<StrangerTitle> told_by(const std::string& key) {
  if (tells_of_a_missing_page(key)) return StrangerTitle{Stranger::kError, Sureness::kCertain};
  std::optional<StrangerTitle> told;
  const std::string bare = without_marks(key);
  for (const StrangerWords& words : stranger_words()) {
    if (std::find(words.wholes.begin(), words.wholes.end(), bare) != words.wholes.end())
      return StrangerTitle{words.kind, Sureness::kCertain};
    for (const std::string& start : words.starts) {
      if (!begins(key, start) || (told && (told->sureness == Sureness::kSays || bare != start))) continue;
      told = StrangerTitle{words.kind, bare == start ? Sureness::kSays : Sureness::kBegins};
    }
  }
  return told;
}

// Of a folded line.
bool states_nothing(std::string_view key) {
  static const std::vector<std::string> statements = folded(notices::nothing_statements());
  static const std::vector<std::string> parts = folded(notices::nothing_parts());
  static const std::vector<std::string> search = folded(notices::search_words());
  return begins_with_one(key, statements) || (holds_one(key, search) && holds_one(key, parts));
}

}  // namespace

bool says_nothing_found(std::string_view line) {
  static const std::vector<std::string> starts = folded(notices::nothing_starts());
  static const std::vector<std::string> parts = folded(notices::nothing_parts());
  if (line.size() > kNoticeOctets) return false;
  const std::string key = fold_key(line);
  return begins_with_one(key, starts) || holds_one(key, parts) || states_nothing(key);
}

bool states_nothing_found(std::string_view line) {
  return line.size() <= kNoticeOctets && states_nothing(fold_key(line));
}

std::string_view to_text(Stranger stranger) {
  switch (stranger) {
    case Stranger::kLogin:
      return "login";
    case Stranger::kConsent:
      return "consent";
    case Stranger::kChallenge:
      return "challenge";
    case Stranger::kError:
      return "error";
    case Stranger::kMaintenance:
      return "maintenance";
  }
  return "error";
}

std::optional<StrangerTitle> stranger_titled(std::string_view title) {
  if (title.size() > kNoticeOctets) return std::nullopt;
  std::optional<StrangerTitle> told = told_by(fold_key(title));
  for (const std::string_view part : parts_of(title)) {
    const auto here = told_by(fold_key(part));
    if (here && (!told || here->sureness > told->sureness)) told = here;
  }
  return told;
}

std::optional<Stranger> stranger_marked(std::string_view attribute) {
  for (const notices::Mark& mark : notices::marks()) {
    if (attribute.find(mark.text) != std::string_view::npos) return mark.kind;
  }
  return std::nullopt;
}

}  // namespace dekko
