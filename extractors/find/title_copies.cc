#include "extractors/find/title_copies.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Shorter than any headline seen, longer than most kickers.
constexpr size_t kTitleOctets = 18;

std::set<std::string> words_of(std::string_view text) {
  const std::string key = fold_key(text);
  std::set<std::string> words;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.insert(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The same title, perhaps rewritten: most words of the shorter are in the longer.
bool is_copy(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (says_the_same(a, b)) return true;
  const std::set<std::string> one = words_of(a), other = words_of(b);
  const auto common =
      std::count_if(one.begin(), one.end(), [&](const auto& word) { return other.contains(word); });
  const size_t shorter = std::min(one.size(), other.size()), longer = std::max(one.size(), other.size());
  return shorter >= 3 && longer < shorter * 2 && static_cast<size_t>(common) * 3 >= shorter * 2;
}

bool is_told_elsewhere(const CardLines& card, size_t line) {
  const std::string& text = card.lines[line].text;
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (i != line && says_the_same(card.lines[i].text, text)) return true;
  }
  for (const Picture& picture : card.pictures) {
    if (!picture.alt.empty() && says_the_same(picture.alt, text)) return true;
  }
  return std::any_of(card.titles.begin(), card.titles.end(),
                     [&](const auto& t) { return says_the_same(t, text); });
}

// The first line that `test` holds for.
template <class Test>
std::optional<size_t> first_line(const CardLines& card, const Test& test) {
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (test(i, card.lines[i])) return i;
  }
  return std::nullopt;
}

// The longest that `test` holds for, of equals the first.
template <class Test>
std::optional<size_t> longest_line(const CardLines& card, const Test& test) {
  std::optional<size_t> best;
  for (size_t i = 0; i < card.lines.size(); ++i) {
    const bool longer = !best || length_of(card.lines[i].text) > length_of(card.lines[*best].text);
    if (longer && test(i, card.lines[i])) best = i;
  }
  return best;
}

// The line that is the title, by falling trust.
std::optional<size_t> title_line(const CardLines& card, const Labels& labels) {
  const auto linked_heading = [](size_t, const Line& line) { return line.in_heading && line.in_title_link; };
  const auto heading = [](size_t, const Line& line) { return line.in_heading; };
  const auto linked = [&](size_t, const Line& line) { return line.in_title_link && !labels.has(line.text); };
  const auto repeated = [&](size_t i, const Line& line) {
    return linked(i, line) && line.text.size() >= kTitleOctets && is_told_elsewhere(card, i);
  };
  const auto repeated_text = [&](size_t i, const Line& line) {
    return line.text.size() >= kTitleOctets && is_told_elsewhere(card, i);
  };
  const auto long_link = [&](size_t i, const Line& line) {
    return linked(i, line) && line.text.size() >= kTitleOctets;
  };
  const auto text = [&](size_t, const Line& line) {
    return line.text.size() >= kTitleOctets && !labels.has(line.text);
  };
  // "Regular Board Meeting", month after month.
  const auto unlinked = [](size_t, const Line& line) {
    return line.text.size() >= kTitleOctets && !line.in_title_link;
  };
  auto found = first_line(card, linked_heading);
  if (!found) found = first_line(card, heading);
  if (!found) found = first_line(card, repeated);
  if (!found) found = first_line(card, long_link);
  if (!found) found = longest_line(card, linked);
  if (!found) found = first_line(card, repeated_text);
  if (!found) found = first_line(card, text);
  if (!found) found = first_line(card, unlinked);
  return found;
}

// Without a heading, the second of three copies is what a reader sees as the title.
size_t body_line(const CardLines& card, const TitleCopies& copies, size_t title) {
  if (card.lines[title].in_heading || copies.lines.size() < 2) return title;
  const std::string& text = card.lines[title].text;
  const bool pictured = std::any_of(card.pictures.begin(), card.pictures.end(), [&](const Picture& picture) {
    return picture.line <= copies.lines.front() && is_copy(text, picture.alt);
  });
  return pictured ? copies.lines.front() : copies.lines[1];
}

}  // namespace

TitleCopies find_title(const CardLines& card, const Labels& labels) {
  TitleCopies copies;
  const auto title = title_line(card, labels);
  std::string anchor = title ? card.lines[*title].text : "";
  for (const Picture& picture : card.pictures) {
    if (anchor.empty()) anchor = picture.alt;
  }
  for (const std::string& text : card.titles) {
    if (anchor.empty()) anchor = text;
  }
  if (anchor.empty()) return copies;
  copies.texts.push_back(anchor);
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (i != title && !is_copy(anchor, card.lines[i].text)) continue;
    copies.lines.push_back(i);
    if (i != title) copies.texts.push_back(card.lines[i].text);
  }
  for (const Picture& picture : card.pictures) {
    if (is_copy(anchor, picture.alt)) copies.texts.push_back(picture.alt);
  }
  for (const std::string& text : card.titles) {
    if (is_copy(anchor, text)) copies.texts.push_back(text);
  }
  if (title) copies.body = body_line(card, copies, *title);
  return copies;
}

}  // namespace dekko
