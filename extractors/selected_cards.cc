#include "extractors/selected_cards.h"

#include <algorithm>

#include "core/limits.h"
#include "extractors/fields/links.h"
#include "extractors/find/excerpt.h"
#include "extractors/find/picture_source.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

bool has_field(const Profile& profile, std::string_view field) {
  return profile.fields.find(field) != profile.fields.end();
}

// The match, or the first <a> in it, or the link around it.
std::optional<std::string> link_of(Node match, Node card, const Url& base) {
  for (Node node = match; node; node = node.next_in(match)) {
    if (auto address = resolve_link(base, node.attribute("href").value_or(""))) return address;
  }
  for (Node node = match; node && !(node == card); node = node.parent()) {
    if (auto address = resolve_link(base, node.attribute("href").value_or(""))) return address;
  }
  return std::nullopt;
}

std::optional<std::string> selected_address(Node card, const Profile& profile, const Url& base) {
  const Selected found = select_field(card, profile, "url");
  if (found.selector == nullptr) return std::nullopt;
  const Node match = found.nodes.front();
  if (found.selector->wants() == Selector::Wants::kElement) return link_of(match, card, base);
  return resolve_link(base, found.selector->value_of(match));
}

std::optional<std::string> selected_picture(Node card, const Profile& profile, const Url& base) {
  const Selected found = select_field(card, profile, "image");
  if (found.selector == nullptr) return std::nullopt;
  const Node match = found.nodes.front();
  if (found.selector->wants() == Selector::Wants::kAttribute)
    return resolve_link(base, found.selector->value_of(match));
  for (Node node = match; node; node = node.next_in(match)) {
    if (node.tag() == "img") return picture_source(node, base);
  }
  return std::nullopt;
}

std::vector<Author> selected_bylines(Node card, const Profile& profile) {
  const Selected found = select_field(card, profile, "bylines");
  std::vector<Author> authors;
  for (const Node match : found.nodes) {
    for (Author& author : read_bylines(found.selector->value_of(match), profile.bylines)) {
      const auto same = [&](const Author& other) { return other.key == author.key; };
      const bool known = std::find_if(authors.begin(), authors.end(), same) != authors.end();
      if (!known && authors.size() < limits::kBylines) authors.push_back(std::move(author));
    }
  }
  return authors;
}

std::optional<FoundDate> date_in(const Selector& selector, Node match, const CardRules& rules) {
  const std::string text = collapse_space(selector.value_of(match));
  if (const auto whole = read_date(text, rules.dates, rules.seen_at)) return *whole;
  if (auto end = date_at_end(text, rules.dates, rules.seen_at)) return end;
  const auto attribute = match.attribute("datetime");
  const auto exact = read_datetime_attribute(attribute ? *attribute : std::string_view(text));
  if (!exact) return std::nullopt;
  return FoundDate{.value = exact->value, .text = text};
}

void select_date(Card& card, Node node, const Profile& profile, const CardRules& rules) {
  card.published.reset();
  card.published_text.reset();
  const Selected found = select_field(node, profile, "published");
  if (found.selector == nullptr) return;
  const auto date = date_in(*found.selector, found.nodes.front(), rules);
  if (!date) {
    const std::string text = collapse_space(found.selector->value_of(found.nodes.front()));
    card.problems.push_back({card.position, "published", "unreadable_date", excerpt_of(text)});
    return;
  }
  card.published = date->value;
  card.published_text = date->text;
}

void select_headline(Card& card, Node node, const Profile& profile) {
  std::erase_if(card.problems, [](const Problem& problem) { return problem.field == "headline"; });
  card.headline = selected_text(node, profile, "headline");
}

void read_fields(Card& card, Node node, const Profile& profile, const CardRules& rules) {
  if (has_field(profile, "headline")) select_headline(card, node, profile);
  if (has_field(profile, "dek")) card.dek = selected_text(node, profile, "dek");
  if (has_field(profile, "kind")) card.kind = selected_text(node, profile, "kind");
  if (has_field(profile, "bylines")) card.bylines = selected_bylines(node, profile);
  if (has_field(profile, "published")) select_date(card, node, profile, rules);
  if (has_field(profile, "image")) card.image = selected_picture(node, profile, rules.base);
}

}  // namespace

Selected select_field(Node scope, const Profile& profile, std::string_view field) {
  const auto selectors = profile.fields.find(field);
  if (selectors == profile.fields.end()) return {};
  for (const Selector& selector : selectors->second) {
    std::vector<Node> nodes = selector.all(scope);
    if (!nodes.empty()) return {&selector, std::move(nodes)};
  }
  return {};
}

std::optional<std::string> selected_text(Node scope, const Profile& profile, std::string_view field) {
  const Selected found = select_field(scope, profile, field);
  if (found.selector == nullptr) return std::nullopt;
  std::string text = collapse_space(found.selector->value_of(found.nodes.front()));
  if (text.empty() || text.size() > limits::kFieldBytes) return std::nullopt;
  return text;
}

std::vector<Block> select_blocks(Node body, const Profile& profile, const Url& base) {
  std::vector<Node> nodes;
  for (const Selector& selector : profile.cards) {
    if (nodes.empty()) nodes = selector.all(body);
  }
  if (nodes.size() > limits::kCards + 1) nodes.resize(limits::kCards + 1);
  std::vector<Block> blocks;
  for (const Node node : nodes) {
    blocks.push_back(
        {.nodes = {node}, .title = {}, .address = selected_address(node, profile, base).value_or("")});
  }
  return blocks;
}

void read_selected_fields(std::vector<Card>& cards, const std::vector<Block>& blocks, const Profile& profile,
                          const CardRules& rules) {
  for (size_t i = 0; i < cards.size(); ++i) read_fields(cards[i], blocks[i].nodes.front(), profile, rules);
}

}  // namespace dekko
