#include "bench/gumbo_walk.h"

#include <gumbo.h>

#include <cstring>

namespace dekko::bench {

namespace {

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? found->value : "";
}

bool has_class(const GumboNode* node, std::string_view suffix) {
  return attribute(node, "class").find(suffix) != std::string_view::npos;
}

void gather(const GumboNode* node, std::string& text) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) text += node->v.text.text;
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    gather(static_cast<const GumboNode*>(children.data[i]), text);
}

std::string text_of(const GumboNode* node) {
  std::string raw, text;
  gather(node, raw);
  for (const char c : raw) {
    const bool space = std::strchr(" \t\n\r\f", c) != nullptr;
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void read_field(const GumboNode* node, WalkedCard& card) {
  const GumboTag tag = node->v.element.tag;
  const std::string_view classes = attribute(node, "class");
  if (has_class(node, "__title")) card.headline = text_of(node);
  if (tag == GUMBO_TAG_A && attribute(node, "rel") == "bookmark") card.url = attribute(node, "href");
  if (has_class(node, "__dek")) card.dek = text_of(node);
  if (has_class(node, "__kicker")) card.kind = text_of(node);
  if (tag == GUMBO_TAG_A && attribute(node, "rel") == "author") card.bylines.push_back(text_of(node));
  if (tag == GUMBO_TAG_IMG && card.image.empty()) card.image = attribute(node, "src");
  if (classes.ends_with("published")) {
    card.published = attribute(node, "datetime");
    card.published_text = text_of(node);
  }
}

void walk(const GumboNode* node, WalkedCard* card, std::vector<WalkedCard>& cards) {
  if (node->type != GUMBO_NODE_ELEMENT) return;
  if (node->v.element.tag == GUMBO_TAG_ARTICLE) card = &cards.emplace_back();
  if (card) read_field(node, *card);
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    walk(static_cast<const GumboNode*>(children.data[i]), card, cards);
}

}  // namespace

std::vector<WalkedCard> gumbo_walk(std::string_view html) {
  std::vector<WalkedCard> cards;
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  walk(output->root, nullptr, cards);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return cards;
}

unsigned gumbo_parse_only(std::string_view html) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  const unsigned children = output->document->v.document.children.length;
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return children;
}

}  // namespace dekko::bench
