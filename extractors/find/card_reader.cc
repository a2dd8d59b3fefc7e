#include "extractors/find/card_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/limits.h"
#include "extractors/fields/headline.h"
#include "extractors/find/byline_line.h"
#include "extractors/find/dated_line.h"
#include "extractors/find/excerpt.h"
#include "extractors/find/labels.h"
#include "extractors/find/lines.h"
#include "extractors/find/main_link.h"
#include "extractors/find/picture_source.h"
#include "extractors/find/title_copies.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kKickerLetters = 32;  // "Inter-Korean Relations" has 22
constexpr size_t kKickerWords = 4;
constexpr size_t kDekOctets = 12;  // what is shorter and a single word is no dek; nor is any of ASCII alone

size_t words_in(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

bool says_something(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
    if (is_letter(code_point_at(text, at).value)) return true;
  }
  return false;
}

// "5 min" beside a date is no kicker.
bool begins_with_digit(std::string_view text) {
  return digit_value(code_point_at(text, 0).value) >= 0;
}

// "Politics |" beside a date says "Politics".
std::string without_separators(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kSeparators = {" ", "|", "•", "·", "-", "–", "—", "/"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view separator : kSeparators) {
      const size_t before = text.size();
      if (text.starts_with(separator)) text.remove_prefix(separator.size());
      if (text.ends_with(separator)) text.remove_suffix(separator.size());
      more = more || text.size() < before;
    }
  }
  return std::string(text);
}

// "<a>Title</a> — what it is about"
std::string without_lead(const std::string& text) {
  for (const std::string_view mark : {"— ", "– ", "- ", ": ", "| "}) {
    if (text.starts_with(mark)) return text.substr(mark.size());
  }
  return text;
}

// One card's lines, each taken at most once.
class Reading {
 public:
  Reading(const Block& block, const CardLines& lines, const CardRules& rules)
      : block_(block), lines_(lines), rules_(rules), taken_(lines.lines.size(), false) {}

  Card read(int position, const Labels& labels) {
    card_.position = position;
    card_.url = block_.address;
    read_title(labels);
    read_byline();
    read_day_for_title();
    read_kicker(labels);
    read_dek(labels);
    return std::move(card_);
  }

  BesideDate beside_date() const { return beside_date_; }

 private:
  void read_title(const Labels& labels) {
    const TitleCopies copies = find_title(lines_, labels);
    body_ = copies.body;
    for (const size_t line : copies.lines) taken_[line] = true;
    const auto headline = agree_on_headline(copies.texts);
    if (!headline) return;
    put(card_.headline, "headline", headline->text);
    if (headline->disagree) complain("headline", "copies_disagree", other_copy(copies, headline->text));
  }

  static std::string other_copy(const TitleCopies& copies, const std::string& headline) {
    for (const std::string& copy : copies.texts) {
      if (!says_the_same(copy, headline)) return copy;
    }
    return {};
  }

  void read_byline() {
    Byline byline = find_byline(lines_, taken_, body_, rules_);
    for (const size_t line : byline.lines) taken_[line] = true;
    card_.image = card_picture(lines_, block_.address, byline.authors, byline.lines, rules_.bylines.constants,
                               rules_.base);
    card_.bylines = std::move(byline.authors);
    beside_date_ = byline.beside_date;
    label_ = without_separators(byline.label);
    if (!byline.lines.empty()) label_line_ = byline.lines.front();
    if (!byline.unreadable.empty()) complain("published", "unreadable_date", byline.unreadable);
    if (!byline.date) return;
    if (!byline.date->doubt.empty()) complain("published", byline.date->doubt, byline.date->text);
    if (byline.date->value.empty()) return;
    card_.published = std::move(byline.date->value);
    card_.published_text = std::move(byline.date->text);
  }

  // Of a post without a title the day is what its link says.
  void read_day_for_title() {
    if (card_.published || !card_.headline) return;
    const auto& day = rules_.dates.whole(*card_.headline);
    if (!day || day->value.empty() || !day->doubt.empty()) return;
    card_.published = day->value;
    card_.published_text = day->text;
  }

  // The nearest short line above the title's body, or what stands there beside a date.
  void read_kicker(const Labels& labels) {
    for (size_t i = std::min(body_, taken_.size()); i-- > 0;) {
      const bool beside_date = i == label_line_ && !label_.empty() && !begins_with_digit(label_);
      const std::string& text = beside_date ? label_ : lines_.lines[i].text;
      if ((taken_[i] && !beside_date) || !is_short(text) || !says_something(text) || is_day(text) ||
          labels.counts(text))
        continue;
      taken_[i] = true;
      card_.kind = text;
      return;
    }
  }

  // "March 19, 2024", or "Mar 19" of a calendar's leaf.
  bool is_day(const std::string& text) const {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (is_ascii(text) && std::none_of(text.begin(), text.end(), is_digit)) return false;
    return rules_.dates.whole(text) || rules_.dates.whole(text + " 2000");
  }

  static bool is_short(std::string_view text) {
    return length_of(text) <= kKickerLetters && words_in(text) <= kKickerWords;
  }

  // The longest line that is left below the title.
  void read_dek(const Labels& labels) {
    const std::string* best = nullptr;
    for (size_t i = 0; i < taken_.size(); ++i) {
      const std::string& text = lines_.lines[i].text;
      const bool above = i < body_ && is_short(text);
      if (taken_[i] || above || labels.has(text) || labels.counts(text) || !says_something(text) ||
          is_topics(lines_.lines[i]))
        continue;
      if (words_in(text) < 2 && (text.size() < kDekOctets || is_ascii(text))) continue;
      if (best == nullptr || length_of(text) > length_of(*best)) best = &text;
    }
    if (best != nullptr) put(card_.dek, "dek", without_lead(*best));
  }

  void put(std::optional<std::string>& field, const char* name, const std::string& text) {
    if (text.size() > limits::kFieldBytes) return complain(name, "too_long", text);
    field = text;
  }

  void complain(const char* field, std::string_view reason, std::string_view text) {
    card_.problems.push_back({card_.position, field, std::string(reason), excerpt_of(text)});
  }

  const Block& block_;
  const CardLines& lines_;
  const CardRules& rules_;
  std::vector<bool> taken_;
  size_t body_ = 0;
  std::string label_;  // beside the date, on this line
  size_t label_line_ = 0;
  BesideDate beside_date_ = BesideDate::kNothing;
  Card card_;
};

}  // namespace

std::vector<Card> read_cards(std::vector<Block> blocks, const CardRules& rules) {
  Labels labels;
  std::vector<CardLines> lines;
  for (Block& block : blocks) {
    if (block.address.empty()) find_main_link(block, rules.base);
    lines.push_back(lines_of_card(block, rules.base));
    part_lines(lines.back(), rules);
  }
  for (size_t i = 0; i < blocks.size(); ++i) labels.note(lines[i], blocks[i].address);
  std::vector<Card> cards;
  std::vector<size_t> unsure;
  bool names_beside_dates = false;
  for (size_t i = 0; i < blocks.size(); ++i) {
    Reading reading(blocks[i], lines[i], rules);
    cards.push_back(reading.read(static_cast<int>(i) + 1, labels));
    if (reading.beside_date() == BesideDate::kLoneWords && cards.back().bylines.empty()) unsure.push_back(i);
    names_beside_dates = names_beside_dates || reading.beside_date() == BesideDate::kNames;
  }
  CardRules sure = rules;
  sure.lone_words = true;
  const auto topics =
      std::count_if(cards.begin(), cards.end(), [](const Card& card) { return card.kind.has_value(); });
  const bool are_names = names_beside_dates || 2 * topics > std::ssize(cards);
  for (const size_t i : are_names ? unsure : std::vector<size_t>())
    cards[i] = Reading(blocks[i], lines[i], sure).read(static_cast<int>(i) + 1, labels);
  return cards;
}

}  // namespace dekko
