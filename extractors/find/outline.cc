#include "extractors/find/outline.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "extractors/find/date_signs.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

constexpr size_t kUsualPlaces = 2'048;                   // of a listing page, so that few grow
constexpr uint64_t kPathSeed = 14695981039346656037ULL;  // FNV-1a, 64 bit
constexpr uint64_t kPathPrime = 1099511628211ULL;

uint64_t step(uint64_t path, std::string_view tag) {
  for (const char letter : tag) path = (path ^ static_cast<unsigned char>(letter)) * kPathPrime;
  return (path ^ '/') * kPathPrime;
}

uint64_t path_of(Node node, uint64_t parent) {
  if (!node.is_element() || is_inline_wrapper(node)) return parent;
  return step(parent, is_heading(node) ? "h" : node.tag());
}

// White space does not, and of the two octets of a letter of Cyrillic, Greek, Hebrew or Arabic only one: it
// says no more than one of Latin. An ideograph's three do.
uint32_t weight_of(std::string_view text) {
  uint32_t light = 0;
  for (const char octet : text) {
    const auto value = static_cast<unsigned char>(octet);
    light += static_cast<uint32_t>((value == ' ') | (static_cast<unsigned>(value) - 9U < 5U) |
                                   ((value & 0xE0U) == 0xC0U));
  }
  return static_cast<uint32_t>(text.size()) - light;
}

bool is_shown(Node node) {
  if (node.is_text()) return true;
  return node.is_element() && node.is_html() && node.tag() != "select" && !is_hidden(node);
}

}  // namespace

Outline::Sums Outline::Sums::operator-(const Sums& other) const {
  Sums rest{text - other.text, dates - other.dates, images - other.images};
  for (size_t i = 0; i < ranks.size(); ++i) rest.ranks[i] = ranks[i] - other.ranks[i];
  return rest;
}

uint32_t Outline::Sums::headings(int least_rank) const {
  return std::accumulate(ranks.begin(), ranks.begin() + least_rank, 0U);
}

Outline::Outline(Node root) {
  entries_.reserve(kUsualPlaces);
  sums_.reserve(kUsualPlaces);
  previous_.reserve(kUsualPlaces);
  sums_.emplace_back();
  if (!root) return;
  add(root, kNowhere);
  std::vector<Place> open = {0};
  std::vector<Place> last_child = {kNowhere};
  for (Node node = root.next_in(root); node;) {
    const bool shown = is_shown(node);
    if (shown) {
      const Node parent = node.parent();
      while (!(at(open.back()).node == parent)) {
        entries_[open.back()].end = size();
        open.pop_back();
        last_child.pop_back();
      }
      previous_.push_back(last_child.back());
      last_child.back() = size();
      add(node, open.back());
      if (node.is_element()) {
        open.push_back(size() - 1);
        last_child.push_back(kNowhere);
      }
    }
    node = node.next_in(root, !shown);
  }
  for (const Place place : open) entries_[place].end = size();
}

void Outline::add(Node node, Place parent) {
  if (parent == kNowhere) previous_.push_back(kNowhere);
  const uint64_t above = parent == kNowhere ? kPathSeed : at(parent).path;
  const uint32_t depth = parent == kNowhere ? 0 : at(parent).depth + 1;
  entries_.push_back({node, parent, size() + 1, depth, path_of(node, above)});
  Sums sums = sums_.back();
  if (node.is_text()) {
    const std::string_view text = node.text();
    sums.text += weight_of(text);
    sums.dates += looks_dated(text) ? 1 : 0;
  } else {
    const std::string_view tag = node.tag();
    if (tag == "a") links_.push_back(size() - 1);
    sums.dates += tag == "time" ? 1 : 0;
    sums.images += tag == "img" ? 1 : 0;
    if (is_heading(node)) ++sums.ranks[static_cast<size_t>(heading_rank(node)) - 1];
  }
  sums_.push_back(sums);
}

Outline::Place Outline::common_ancestor(Place a, Place b) const {
  while (a != b) {
    if (at(a).depth >= at(b).depth) {
      a = at(a).parent;
    } else {
      b = at(b).parent;
    }
  }
  return a;
}

Outline::Place Outline::child_towards(Place ancestor, Place inside) const {
  while (at(inside).parent != ancestor) inside = at(inside).parent;
  return inside;
}

Outline::Place Outline::previous_sibling(Place place) const {
  return previous_[place];
}

std::string Outline::raw_text(Place begin, Place end) const {
  std::string text;
  for (Place place = begin; place < end; ++place) {
    if (at(place).node.is_text()) text.append(at(place).node.text()).append(" ");
  }
  return text;
}

}  // namespace dekko
