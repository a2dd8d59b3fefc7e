// Gumbo's structs as this room reads them. Private to extractors/html: elsewhere a Node is opaque.
#pragma once

#include <gumbo.h>

#include <span>
#include <string_view>

#include "extractors/html/document.h"

namespace dekko {

inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

inline bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

inline bool is_html_element(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag &&
         node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

inline std::span<const GumboNode* const> nodes(const GumboVector& vector) {
  return {reinterpret_cast<const GumboNode* const*>(vector.data), vector.length};
}

// What a template holds is not its child but a document of its own (WHATWG HTML section 4.12.3).
inline std::span<const GumboNode* const> children(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT) return nodes(node->v.element.children);
  if (node->type == GUMBO_NODE_DOCUMENT) return nodes(node->v.document.children);
  return {};
}

inline std::span<const GumboNode* const> contents(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEMPLATE ? nodes(node->v.element.children) : children(node);
}

inline std::span<const GumboAttribute* const> attributes(const GumboNode* node) {
  if (!is_element(node)) return {};
  const GumboVector& vector = node->v.element.attributes;
  return {reinterpret_cast<const GumboAttribute* const*>(vector.data), vector.length};
}

inline const GumboNode* sibling(const GumboNode* node, size_t offset) {
  if (!node->parent) return nullptr;
  std::span<const GumboNode* const> all = contents(node->parent);
  size_t index = node->index_within_parent + offset;  // wraps to a huge index before the first
  return index < all.size() ? all[index] : nullptr;
}

inline const GumboNode* previous(const GumboNode* node) {
  return sibling(node, static_cast<size_t>(-1));
}
inline const GumboNode* next(const GumboNode* node) {
  return sibling(node, 1);
}

// The next node in document order inside `root`, after all that is in `node`.
inline const GumboNode* next_outside(const GumboNode* node, const GumboNode* root) {
  for (; node && node != root; node = node->parent)
    if (const GumboNode* after = next(node)) return after;
  return nullptr;
}

inline const GumboNode* next_inside(const GumboNode* node, const GumboNode* root) {
  return children(node).empty() ? next_outside(node, root) : children(node).front();
}

inline const GumboNode* next_element(const GumboNode* node) {
  do node = next(node);
  while (node && !is_element(node));
  return node;
}

inline const GumboNode* previous_element(const GumboNode* node) {
  do node = previous(node);
  while (node && !is_element(node));
  return node;
}

inline const GumboNode* parent_element(const GumboNode* node) {
  return node->parent && is_element(node->parent) ? node->parent : nullptr;
}

inline const GumboNode* first_element(const GumboNode* parent) {
  if (children(parent).empty()) return nullptr;
  const GumboNode* child = children(parent).front();
  return is_element(child) ? child : next_element(child);
}

// The element's start tag in what Gumbo read; empty where none was written. Gumbo 0.10.1 counts a "</>"
// before a tag to it.
inline std::string_view tag_in_source(const GumboElement& element) {
  std::string_view tag(element.original_tag.data, element.original_tag.length);
  while (tag.starts_with("</>")) tag.remove_prefix(3);
  return tag;
}

// From 0, in document order, for tables with an entry for each element. Document::parse writes it where Gumbo
// keeps an element's place in the source, which nobody asks for.
inline size_t number_of(const GumboNode* element) {
  return element->v.element.start_pos.offset;
}

inline bool equals(const char* text, std::string_view other) {
  size_t i = 0;
  while (i < other.size() && text[i] == other[i]) ++i;
  return i == other.size() && text[i] == '\0';
}

// The value of the attribute with exactly this name; null if there is none.
inline const char* attribute_value(const GumboNode* node, std::string_view name) {
  for (const GumboAttribute* attribute : attributes(node))
    if (equals(attribute->name, name)) return attribute->value;
  return nullptr;
}

// Goes over `root` and all in it, templates' contents too, without recursion. enter(node) says whether to go
// in; leave(node) follows for each node that was gone into.
template <class Enter, class Leave>
void traverse(const GumboNode* root, Enter enter, Leave leave) {
  const GumboNode* node = root;
  while (true) {
    if (enter(node)) {
      if (!contents(node).empty()) {
        node = contents(node).front();
        continue;
      }
      leave(node);
    }
    while (node != root && !next(node)) {
      node = node->parent;
      leave(node);
    }
    if (node == root) return;
    node = next(node);
  }
}

}  // namespace dekko
