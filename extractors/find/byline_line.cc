#include "extractors/find/byline_line.h"

#include <algorithm>

#include "extractors/fields/dates.h"
#include "extractors/find/dated_line.h"
#include "extractors/find/line_names.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr size_t kNickLine = 64;  // octets: "Posted in the yard by mara71"

// "Politics" beside a date may be a topic as well as a name.
BesideDate beside_date(const CardLines& card, const Line& line, const Names& names, const CardRules& rules) {
  const auto is_word = [](const std::string& name) { return name.find(' ') == std::string::npos; };
  const auto is_avatars = [&](const Picture& picture) {
    return !picture.alt.empty() && line.text.starts_with(picture.alt);
  };
  if (names.empty() || points_to_people(line, rules)) return BesideDate::kNothing;
  if (!std::all_of(names.begin(), names.end(), is_word)) return BesideDate::kNames;
  const bool avatar = std::any_of(card.pictures.begin(), card.pictures.end(), is_avatars);
  return avatar ? BesideDate::kNothing : BesideDate::kLoneWords;
}

// One search for the names that belong to a card's date, or stand without one.
class NameSearch {
 public:
  NameSearch(const CardLines& card, const std::vector<bool>& taken, size_t body, const CardRules& rules)
      : card_(card), taken_(taken), body_(body), rules_(rules) {}

  // The lines [first, last] that say them.
  struct Stretch {
    size_t first, last;
  };

  // A line that says so anywhere in the card, else the one beside the date under the title. Where an avatar's
  // name says so, the line beside the date may be its double or begin with it. `sort`: of what stands on the
  // date's own line, and then of what stands beside it.
  std::optional<Stretch> beside(const std::optional<DatedLine>& dated, BesideDate& sort) const {
    const auto told = told_anywhere(dated);
    if (!dated || sort == BesideDate::kLoneWords)
      return told ? std::optional<Stretch>({first_of_row(*told), *told}) : std::nullopt;
    for (const size_t i : {dated->line - 1, dated->line + 1}) {
      if (i >= card_.lines.size() || i <= body_ || taken_[i]) continue;
      const bool leads_to_card = card_.lines[i].in_title_link && !card_.lines[dated->line].in_title_link;
      if (card_.lines[i].in_heading || leads_to_card) continue;
      const Names names = names_on(card_.lines[i], rules_);
      if (names.empty()) continue;
      if (!told) sort = beside_date(card_, card_.lines[i], names, rules_);
      if (!told && sort == BesideDate::kLoneWords && !rules_.lone_words) continue;
      const size_t first = first_of_row(i);
      const bool doubles = told && card_.lines[first].text.starts_with(card_.lines[*told].text);
      if (!told || doubles || first <= *told) return Stretch{first, i};
    }
    if (!told) return several_under_title();
    return Stretch{first_of_row(*told), *told};
  }

 private:
  std::optional<size_t> told_anywhere(const std::optional<DatedLine>& dated) const {
    std::optional<size_t> told;
    for (size_t i = 0; i < card_.lines.size(); ++i) {
      if (taken_[i] || (dated && i == dated->line)) continue;
      if (says_byline(card_.lines[i], rules_) || is_avatars_name(card_.lines[i])) told = i;
    }
    return told;
  }

  // Several names right under the title, where the date stands elsewhere.
  std::optional<Stretch> several_under_title() const {
    const size_t line = body_ + 1;
    if (line >= card_.lines.size() || taken_[line] || !lists_names(card_.lines[line], rules_))
      return std::nullopt;
    return Stretch{line, line};
  }

  bool is_avatars_name(const Line& line) const {
    return std::any_of(card_.pictures.begin(), card_.pictures.end(), [&](const Picture& picture) {
      return !picture.alt.empty() && picture.alt == line.text;
    });
  }

  // Authors linked one to a line, in elements of one sort.
  size_t first_of_row(size_t last) const {
    const Piece& like = card_.lines[last].pieces.back();
    size_t first = last;
    while (first > body_ + 1 && !taken_[first - 1] && !like.link.empty()) {
      const Line& line = card_.lines[first - 1];
      const Piece& piece = line.pieces.back();
      if (piece.link.empty() || piece.element.tag() != like.element.tag() || names_on(line, rules_).empty())
        break;
      --first;
    }
    return first;
  }

  const CardLines& card_;
  const std::vector<bool>& taken_;
  const size_t body_;
  const CardRules& rules_;
};

bool follows_avatar(const CardLines& card, size_t line) {
  return std::any_of(card.pictures.begin(), card.pictures.end(), [&](const Picture& picture) {
    return picture.line == line && picture.alt == card.lines[line].text;
  });
}

// The name that an avatar puts before the byline, on a line of its own. Above the title a kicker may read
// like it: "NK PRO", by NK Pro.
void take_name_lines(const CardLines& card, const std::vector<bool>& taken, size_t body, Byline& byline) {
  for (size_t i = 0; i < card.lines.size() && !byline.authors.empty(); ++i) {
    if (taken[i] || (i < body && !follows_avatar(card, i))) continue;
    const auto same = [&](const Author& author) { return has_key(card.lines[i].text, author.key); };
    if (std::none_of(byline.authors.begin(), byline.authors.end(), same)) continue;
    byline.lines.push_back(i);
  }
}

// A card for small screens says it all again.
void take_copies(const CardLines& card, Byline& byline) {
  const std::vector<size_t> lines = byline.lines;
  for (size_t i = 0; i < card.lines.size(); ++i) {
    const auto same = [&](size_t line) { return i != line && card.lines[i].text == card.lines[line].text; };
    if (std::any_of(lines.begin(), lines.end(), same)) byline.lines.push_back(i);
  }
}

// Whether what stands beside the date leads up to the title and does not say that it is somebody's name.
bool is_label(const CardLines& card, const DatedLine& dated, size_t body, const CardRules& rules) {
  if (dated.line >= body || dated.rest.empty()) return false;
  const bool avatar = std::any_of(card.pictures.begin(), card.pictures.end(), [&](const Picture& picture) {
    return !picture.alt.empty() && dated.rest.starts_with(picture.alt);
  });
  return !avatar && !points_to_people(card.lines[dated.line], rules);
}

// A nick on the date's line, or on a short one of its own.
Names take_nick(const CardLines& card, const std::vector<bool>& taken, const CardRules& rules,
                const std::optional<DatedLine>& dated, Byline& byline) {
  if (dated) {
    if (Names names = nick_on(card.lines[dated->line], rules); !names.empty()) return names;
  }
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (taken[i] || card.lines[i].text.size() > kNickLine) continue;
    Names names = nick_on(card.lines[i], rules);
    if (!names.empty()) byline.lines.push_back(i);
    if (!names.empty()) return names;
  }
  return {};
}

// What only the mark-up tells, where the words tell no moment of their own.
void take_told_date(const CardLines& card, Byline& byline) {
  const bool told = byline.date && !byline.date->from_now && !byline.date->value.empty();
  if (card.published.empty() || told) return;
  std::string text = byline.date ? byline.date->text : card.published;
  byline.date = FoundDate{.value = read_datetime_attribute(card.published)->value, .text = std::move(text)};
  byline.unreadable.clear();
}

}  // namespace

Byline find_byline(const CardLines& card, const std::vector<bool>& taken, size_t body,
                   const CardRules& rules) {
  Byline byline;
  auto dated = find_dated_line(card, taken, rules, byline.unreadable);
  Names names;
  if (dated) {
    byline.lines.push_back(dated->line);
    if (is_label(card, *dated, body, rules)) {
      byline.label = std::move(dated->rest);
    } else {
      byline.beside_date = beside_date(card, card.lines[dated->line], dated->names, rules);
      if (byline.beside_date != BesideDate::kLoneWords || rules.lone_words) names = std::move(dated->names);
    }
  }
  if (names.empty()) {
    const auto stretch = NameSearch(card, taken, body, rules).beside(dated, byline.beside_date);
    for (size_t i = stretch ? stretch->first : 1; i <= (stretch ? stretch->last : 0); ++i) {
      const Names more = names_on(card.lines[i], rules);
      names.insert(names.end(), more.begin(), more.end());
      byline.lines.push_back(i);
    }
  }
  if (names.empty()) names = take_nick(card, taken, rules, dated, byline);
  if (names.empty()) names = card.authors;
  if (dated) byline.date = std::move(dated->date);
  take_told_date(card, byline);
  byline.authors = read_names(names, card, rules);
  take_name_lines(card, taken, body, byline);
  take_copies(card, byline);
  return byline;
}

}  // namespace dekko
