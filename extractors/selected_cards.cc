#include "extractors/selected_cards.h"

#include <algorithm>
#include <array>

#include "core/limits.h"
#include "extractors/fields/headline.h"
#include "extractors/fields/links.h"
#include "extractors/find/card_marks.h"
#include "extractors/find/excerpt.h"
#include "extractors/find/picture_source.h"
#include "extractors/selected_field.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Only an address that leads somewhere is a value: "javascript:" is none, and the next place is asked.
ValueOf link_value(Node card, const Url& base, bool raw) {
  return [card, &base, raw](const Selector& selector, Node match) {
    std::string value = address_at(selector, match, card, base);
    return raw ? value : resolve_link(base, value).value_or("");
  };
}

ValueOf picture_value(const Url& base, bool raw) {
  return [&base, raw](const Selector& selector, Node match) -> std::string {
    if (selector.wants() != Selector::Wants::kElement) {
      std::string value = selector.value_of(match);
      return raw ? value : resolve_link(base, value).value_or("");
    }
    for (Node node = match; node; node = node.next_in(match)) {
      if (node.tag() == "img") return picture_source(node, base).value_or("");
    }
    return {};
  };
}

bool same_text(std::string_view a, std::string_view b) {
  return a == b;
}

SelectedPlaces links_of(const Block& block, const FieldRule& rule, const Url& base) {
  return find_places(block.nodes, rule, link_value(block.nodes.front(), base, rule.pattern.has_value()),
                     reach_of(rule));
}

// A match inside a card is part of that card.
std::vector<Node> outermost(const std::vector<Node>& matches) {
  std::vector<Node> outer;
  for (const Node match : matches) {
    if (outer.size() > limits::kCards) break;
    if (outer.empty() || !is_inside(match, outer.back())) outer.push_back(match);
  }
  return outer;
}

// One card's fields, in the places that the profile gives.
class CardFields {
 public:
  CardFields(Card& card, const Block& block, const Profile& profile, const CardRules& rules,
             std::vector<FoundBy>* found)
      : card_(card), block_(block), profile_(profile), rules_(rules), found_(found) {}

  void read() {
    if (const FieldRule* rule = profile_.rule("url")) read_address(*rule);
    if (const FieldRule* rule = profile_.rule("headline")) read_headline(*rule);
    if (const FieldRule* rule = profile_.rule("dek")) card_.dek = read_text("dek", *rule);
    if (const FieldRule* rule = profile_.rule("kind")) card_.kind = read_text("kind", *rule);
    if (const FieldRule* rule = profile_.rule("bylines")) read_authors(*rule);
    if (const FieldRule* rule = profile_.rule("published")) read_date(*rule);
    if (const FieldRule* rule = profile_.rule("image")) read_picture(*rule);
  }

 private:
  // What the shape made of the field is gone, and so are its complaints.
  void forget(std::string_view field) {
    std::erase_if(card_.problems, [&](const Problem& problem) { return problem.field == field; });
  }

  std::optional<std::string> kept(const std::string& field, SelectedValue picked) {
    if (picked.value) note(field, *picked.selector);
    return std::move(picked.value);
  }

  std::optional<std::string> pick(const std::string& field, const FieldRule& rule,
                                  const SelectedPlaces& found, Same same) {
    forget(field);
    return kept(field, pick_value(found, rule, same, card_.position, field, card_.problems));
  }

  std::optional<std::string> read_text(const std::string& field, const FieldRule& rule) {
    return pick(field, rule, find_places(block_.nodes, rule, text_at, reach_of(rule)), says_the_same);
  }

  void read_address(const FieldRule& rule) {
    const auto address = pick("url", rule, links_of(block_, rule, rules_.base), same_text);
    card_.url = resolve_link(rules_.base, address.value_or("")).value_or("");
  }

  void read_picture(const FieldRule& rule) {
    const ValueOf value = picture_value(rules_.base, rule.pattern.has_value());
    const auto address =
        pick("image", rule, find_places(block_.nodes, rule, value, reach_of(rule)), same_text);
    card_.image = resolve_link(rules_.base, address.value_or(""));
  }

  // Copies that agree also complete one that is cut with an ellipsis.
  void read_headline(const FieldRule& rule) {
    const SelectedPlaces found = find_places(block_.nodes, rule, text_at, reach_of(rule));
    card_.headline = pick("headline", rule, found, says_the_same);
    if (!card_.headline || !rule.agree) return;
    std::vector<std::string> copies;
    for (const SelectedPlace& place : found.places) copies.push_back(place.value);
    const auto whole = agree_on_headline(copies);
    if (whole && whole->text.size() <= limits::kFieldBytes) card_.headline = whole->text;
  }

  void read_authors(const FieldRule& rule) {
    forget("bylines");
    card_.bylines.clear();
    const Reach reach = rule.agree ? Reach::kEverySelector : Reach::kFirstSelector;
    const SelectedPlaces found = find_places(block_.nodes, rule, text_at, reach);
    note_unread(found, card_.position, "bylines", card_.problems);
    if (found.places.empty()) return;
    const Selector* first = found.places.front().selector;
    card_.bylines = authors_at(found, first);
    if (!card_.bylines.empty()) note("bylines", *first);
    for (const Selector& selector : rule.select) {
      const std::vector<Author> others = authors_at(found, &selector);
      if (others.empty() || same_authors(card_.bylines, others)) continue;
      complain("bylines", "copies_disagree", names_of(others));
    }
  }

  static bool same_authors(const std::vector<Author>& a, const std::vector<Author>& b) {
    const auto same = [](const Author& one, const Author& other) { return one.key == other.key; };
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same);
  }

  static std::string names_of(const std::vector<Author>& authors) {
    std::string names;
    for (const Author& author : authors) names += (names.empty() ? "" : "; ") + author.name;
    return names;
  }

  std::vector<Author> authors_at(const SelectedPlaces& found, const Selector* selector) {
    std::vector<Author> authors;
    for (const SelectedPlace& place : found.places) {
      if (place.selector != selector) continue;
      for (Author& author : read_bylines(place.value, profile_.bylines)) {
        const auto same = [&](const Author& other) { return other.key == author.key; };
        const bool known = std::find_if(authors.begin(), authors.end(), same) != authors.end();
        if (!known && authors.size() < limits::kBylines) authors.push_back(std::move(author));
      }
    }
    return authors;
  }

  // The first place that holds a date wins; one above it that cannot be read is a problem.
  void read_date(const FieldRule& rule) {
    forget("published");
    card_.published.reset();
    card_.published_text.reset();
    const SelectedPlaces found = find_places(block_.nodes, rule, text_at, Reach::kEverySelector);
    note_unread(found, card_.position, "published", card_.problems);
    for (const SelectedPlace& place : found.places) {
      if (card_.published && !rule.agree) return;
      const auto date = date_at(place, rule.pattern.has_value());
      if (!date) complain("published", unread(place.value), place.value);
      if (!date) continue;
      if (card_.published) {
        if (same_date(*card_.published, date->value)) continue;
        return complain("published", "copies_disagree", place.value);
      }
      if (!date->doubt.empty()) complain("published", date->doubt, place.value);
      card_.published = date->value;
      card_.published_text = date->text;
      note("published", *place.selector);
    }
  }

  // A day agrees with every time of it.
  static bool same_date(std::string_view a, std::string_view b) {
    if (a.size() == 10 || b.size() == 10) return a.substr(0, 10) == b.substr(0, 10);
    const Result<Moment> first = parse_moment(a), second = parse_moment(b);
    return a == b || (first && second && *first == *second);
  }

  std::optional<FoundDate> date_at(const SelectedPlace& place, bool patterned) const {
    std::optional<FoundDate> shown;
    if (const auto& whole = rules_.dates.whole(place.value)) shown = *whole;
    if (!shown) shown = rules_.dates.at_end(place.value);
    if (shown && !shown->from_now) return shown;
    const bool asks_text = place.selector->wants() != Selector::Wants::kElement || patterned;
    const auto attribute = asks_text ? std::nullopt : machine_date(place.node);
    const auto exact = read_datetime_attribute(attribute ? *attribute : std::string_view(place.value));
    if (!exact) return shown;
    return FoundDate{.value = exact->value, .text = place.value};
  }

  void note(const std::string& field, const Selector& selector) {
    if (found_ != nullptr) found_->push_back({card_.position, field, selector.text()});
  }

  std::string_view unread(std::string_view text) const {
    const bool is_unclear = !rules_.dates.unclear_at_end(text).empty();
    return is_unclear ? "ambiguous_date" : "unreadable_date";
  }

  void complain(const char* field, std::string_view reason, std::string_view text) {
    card_.problems.push_back({card_.position, field, std::string(reason), excerpt_of(text)});
  }

  Card& card_;
  const Block& block_;
  const Profile& profile_;
  const CardRules& rules_;
  std::vector<FoundBy>* found_;
};

}  // namespace

std::vector<Block> select_blocks(Node body, const Profile& profile, const Url& base, std::string& by) {
  std::vector<Node> nodes;
  for (const Selector& selector : profile.cards) {
    if (!nodes.empty()) break;
    nodes = outermost(selector.all(body));
    by = selector.text();
  }
  const FieldRule* rule = profile.rule("url");
  std::vector<Block> blocks;
  for (const Node node : nodes) {
    blocks.push_back({.nodes = {node}, .title = {}, .address = {}});
    if (rule == nullptr) continue;
    const SelectedPlaces links = links_of(blocks.back(), *rule, base);
    if (!links.places.empty()) {
      blocks.back().address = resolve_link(base, links.places.front().value).value_or("");
    }
  }
  return blocks;
}

bool names_every_field(const Profile& profile) {
  static constexpr std::array kFields = {"url", "headline", "dek", "kind", "bylines", "published", "image"};
  return std::all_of(kFields.begin(), kFields.end(),
                     [&](const char* field) { return profile.rule(field) != nullptr; });
}

void read_selected_fields(std::vector<Card>& cards, const std::vector<Block>& blocks, const Profile& profile,
                          const CardRules& rules, std::vector<FoundBy>* found) {
  for (size_t i = 0; i < cards.size(); ++i) CardFields(cards[i], blocks[i], profile, rules, found).read();
}

}  // namespace dekko
