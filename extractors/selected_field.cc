#include "extractors/selected_field.h"

#include <fmt/format.h>

#include "core/limits.h"
#include "extractors/fields/links.h"
#include "extractors/find/excerpt.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// A selector looks below its scope, as querySelectorAll does; one that names :scope may also mean the scope
// itself, and of several scopes each is a part of the card like those below it.
std::vector<Node> matches_in(const std::vector<Node>& scopes, const Selector& selector) {
  std::vector<Node> nodes;
  const bool may_be_scope = scopes.size() > 1 || selector.text().find(":scope") != std::string::npos;
  for (const Node scope : scopes) {
    if (may_be_scope && selector.matches(scope, scope)) nodes.push_back(scope);
    const std::vector<Node> below = selector.all(scope);
    nodes.insert(nodes.end(), below.begin(), below.end());
  }
  return nodes;
}

// Whether the match had something to say.
bool read_match(Node match, const Selector& selector, const FieldRule& rule, const ValueOf& value_of,
                SelectedPlaces& found) {
  std::string value = collapse_space(value_of(selector, match));
  if (value.empty()) return false;
  if (rule.pattern) {
    const auto groups = rule.pattern->match(value);
    if (!groups) {
      found.unmatched.push_back(std::move(value));
      return true;
    }
    value = collapse_space((*groups)[1]);
  }
  if (!value.empty()) found.places.push_back({&selector, match, std::move(value)});
  return true;
}

void read_matches(const std::vector<Node>& nodes, const Selector& selector, const FieldRule& rule,
                  const ValueOf& value_of, Reach reach, SelectedPlaces& found) {
  Node said;
  size_t count = 0;
  for (const Node node : nodes) {
    if (reach == Reach::kFirstValue && !found.places.empty()) return;
    if (said && is_inside(node, said)) continue;
    found.too_many = found.too_many || count == limits::kMatches;
    if (count++ == limits::kMatches) return;
    if (read_match(node, selector, rule, value_of, found)) said = node;
  }
}

}  // namespace

bool is_inside(Node node, Node other) {
  while (node && !(node == other)) node = node.parent();
  return static_cast<bool>(node);
}

Reach reach_of(const FieldRule& rule) {
  return rule.agree ? Reach::kEverySelector : Reach::kFirstValue;
}

SelectedPlaces find_places(const std::vector<Node>& scopes, const FieldRule& rule, const ValueOf& value_of,
                           Reach reach) {
  SelectedPlaces found;
  for (const Selector& selector : rule.select) {
    if (reach != Reach::kEverySelector && !found.places.empty()) break;
    read_matches(matches_in(scopes, selector), selector, rule, value_of, reach, found);
  }
  return found;
}

std::string text_at(const Selector& selector, Node match) {
  return selector.value_of(match);
}

std::string address_at(const Selector& selector, Node match, Node scope, const Url& base) {
  if (selector.wants() != Selector::Wants::kElement) return selector.value_of(match);
  for (Node node = match; node; node = node.next_in(match)) {
    if (auto address = resolve_link(base, node.attribute("href").value_or(""))) return *address;
  }
  for (Node node = match; node && !(node == scope); node = node.parent()) {
    if (auto address = resolve_link(base, node.attribute("href").value_or(""))) return *address;
  }
  return {};
}

void note_unread(const SelectedPlaces& found, int position, const std::string& field,
                 std::vector<Problem>& problems) {
  if (!found.unmatched.empty()) {
    const size_t others = found.unmatched.size() - 1;
    const std::string more = others > 0 ? fmt::format(" (and {} more)", others) : "";
    problems.push_back(
        {position, field, "pattern_does_not_match", excerpt_of(found.unmatched.front()) + more});
  }
  if (!found.too_many) return;
  problems.push_back({position, field, "too_many", fmt::format("the first {} are read", limits::kMatches)});
}

SelectedValue pick_value(const SelectedPlaces& found, const FieldRule& rule, Same same, int position,
                         const std::string& field, std::vector<Problem>& problems) {
  note_unread(found, position, field, problems);
  if (found.places.empty()) return {};
  const SelectedPlace& first = found.places.front();
  if (first.value.size() > limits::kFieldBytes) {
    problems.push_back({position, field, "too_long", excerpt_of(first.value)});
    return {};
  }
  for (const SelectedPlace& place : found.places) {
    if (!rule.agree || same(first.value, place.value)) continue;
    problems.push_back({position, field, "copies_disagree", excerpt_of(place.value)});
    break;
  }
  return {first.value, first.selector};
}

}  // namespace dekko
