#include "extractors/find/title_copies.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Shorter than any headline seen, longer than most kickers.
constexpr size_t kTitleOctets = 18;

// Sorted, each once. Views of `key`.
std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// A title that other texts are held against.
class Original {
 public:
  explicit Original(std::string_view text)
      : text_(text), plain_(plain_text(text)), key_(fold_plain(plain_)), words_(words_of(key_)) {}
  Original(const Original&) = delete;
  Original& operator=(const Original&) = delete;

  // The same title, perhaps rewritten: most words of the shorter are in the longer.
  bool is_copy(std::string_view other) const {
    if (text_.empty() || other.empty()) return false;
    if (text_ == other) return true;
    const bool may_share = words_.size() >= kWords && may_share_words(other);
    if (!may_share && begins_otherwise(text_, other)) return false;
    std::string plain = plain_text(other);
    if (plain_says_the_same(plain_, plain)) return true;
    return may_share && shares_words(std::move(plain));
  }

 private:
  // Told from the spaces: a text has no more words than that.
  bool may_share_words(std::string_view other) const {
    const auto most = static_cast<size_t>(std::count(other.begin(), other.end(), ' ')) + 1;
    return most >= kWords && words_.size() < most * 2;
  }

  bool shares_words(std::string plain) const {
    const std::string key = fold_plain(std::move(plain));
    const std::vector<std::string_view> words = words_of(key);
    const auto [shorter, longer] = std::minmax({words_.size(), words.size()});
    if (shorter < kWords || longer >= shorter * 2) return false;
    const auto is_common = [&](std::string_view word) {
      return std::binary_search(words.begin(), words.end(), word);
    };
    return static_cast<size_t>(std::count_if(words_.begin(), words_.end(), is_common)) * 3 >= shorter * 2;
  }

  static constexpr size_t kWords = 3;  // fewer are shared by chance

  std::string text_, plain_, key_;
  std::vector<std::string_view> words_;
};

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
  // "Report of the day", day after day, and "485 views" under it.
  const auto recurring = [&](size_t, const Line& line) {
    return line.in_title_link && line.text.size() >= kTitleOctets && !labels.counts(line.text);
  };
  auto found = first_line(card, linked_heading);
  if (!found) found = first_line(card, heading);
  if (!found) found = first_line(card, repeated);
  if (!found) found = first_line(card, long_link);
  if (!found) found = longest_line(card, linked);
  if (!found) found = first_line(card, repeated_text);
  if (!found) found = first_line(card, text);
  if (!found) found = first_line(card, unlinked);
  if (found && !card.lines[*found].in_heading && labels.counts(card.lines[*found].text))
    return first_line(card, recurring).value_or(*found);
  return found;
}

// Without a heading, the second of three copies is what a reader sees as the title.
size_t body_line(const CardLines& card, const TitleCopies& copies, size_t title, const Original& original) {
  if (card.lines[title].in_heading || copies.lines.size() < 2) return title;
  const bool pictured = std::any_of(card.pictures.begin(), card.pictures.end(), [&](const Picture& picture) {
    return picture.line <= copies.lines.front() && original.is_copy(picture.alt);
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
  const Original original(anchor);
  copies.texts.push_back(anchor);
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (i != title && !original.is_copy(card.lines[i].text)) continue;
    copies.lines.push_back(i);
    if (i != title) copies.texts.push_back(card.lines[i].text);
  }
  for (const Picture& picture : card.pictures) {
    if (original.is_copy(picture.alt)) copies.texts.push_back(picture.alt);
  }
  for (const std::string& text : card.titles) {
    if (original.is_copy(text)) copies.texts.push_back(text);
  }
  if (title) copies.body = body_line(card, copies, *title, original);
  return copies;
}

}  // namespace dekko
