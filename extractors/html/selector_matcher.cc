#include "extractors/html/selector_matcher.h"

#include <algorithm>
#include <map>

#include "extractors/html/gumbo_node.h"
#include "extractors/html/language.h"
#include "extractors/html/node_text.h"

namespace dekko::css {

namespace {

// The step's nearest place; for those that go on, the next one is the same from there.
const GumboNode* neighbour(Relation relation, const GumboNode* element) {
  switch (relation) {
    case Relation::kParent:
    case Relation::kAncestor:
      return parent_element(element);
    case Relation::kPreviousSibling:
    case Relation::kEarlierSibling:
      return previous_element(element);
    case Relation::kChild:
    case Relation::kDescendant:
      return first_element(element);
    case Relation::kNextSibling:
    case Relation::kLaterSibling:
      return next_element(element);
  }
  return nullptr;
}

bool goes_on(Relation relation) {
  return relation == Relation::kAncestor || relation == Relation::kEarlierSibling ||
         relation == Relation::kLaterSibling;
}

}  // namespace

Matcher::Matcher(const Program& program, const GumboNode* scope)
    : program_(program), scope_(scope), memory_(program.memories, scope) {
  const GumboNode* document = scope;
  while (document->parent) document = document->parent;
  if (document->type != GUMBO_NODE_DOCUMENT) return;
  if (document->v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS) mode_ = Mode::kQuirks;
  if (scope == document) scope_ = first_element(document);
}

bool Matcher::any(const List& list, const GumboNode* element) {
  return std::any_of(list.begin(), list.end(), [&](const Complex& complex) {
    return all(complex.subject, element) && reaches(complex.path, element);
  });
}

bool Matcher::all(const Compound& compound, const GumboNode* element) {
  memory_.count_step();
  struct Visitor {
    Matcher& matcher;
    const GumboNode* element;
    bool operator()(const TypeTest& test) const { return has_type(element, test); }
    bool operator()(const IdTest& test) const { return has_id(element, test.id, matcher.mode_); }
    bool operator()(const ClassTest& test) const { return has_class(element, test.name, matcher.mode_); }
    bool operator()(const AttributeTest& test) const { return has_attribute(element, test); }
    bool operator()(const State& state) const { return matcher.holds(state, element); }
    bool operator()(const NthTest& test) const {
      uint32_t place = matcher.place_of(test, element);
      return place != 0 && test.index.contains(place);
    }
    bool operator()(const LangTest& test) const {
      std::string_view language = language_of(element);
      return std::any_of(test.ranges.begin(), test.ranges.end(),
                         [&](const std::string& range) { return is_in_range(language, range); });
    }
    bool operator()(const ListTest& test) const { return matcher.any(test.list, element) != test.negated; }
    bool operator()(const HasTest& test) const {
      return std::any_of(test.paths.begin(), test.paths.end(),
                         [&](const std::vector<Step>& path) { return matcher.reaches(path, element); });
    }
    bool operator()(const ContainsTest& test) const {
      return text_of(Node(element)).find(test.text) != std::string::npos;
    }
  };
  return std::all_of(compound.begin(), compound.end(), [&](const Test& test) {
    return std::visit(Visitor{*this, element}, test.what);
  });
}

bool Matcher::holds(const State& state, const GumboNode* element) const {
  switch (state) {
    case State::kRoot:
      return element->parent && element->parent->type == GUMBO_NODE_DOCUMENT;
    case State::kScope:
      return element == scope_;
    case State::kEmpty:
      return is_empty(element);
    case State::kLink:
      return is_link(element);
    case State::kEnabled:
      return can_be_disabled(element) && !is_disabled(element);
    case State::kDisabled:
      return is_disabled(element);
    case State::kChecked:
      return is_checked(element);
    case State::kNever:
      return false;
  }
  return false;
}

// Whether the path can be walked from here to its end.
bool Matcher::reaches(std::span<const Step> path, const GumboNode* from) {
  if (path.empty()) return true;
  if (std::optional<uint32_t> known = memory_.recall(path.front().memory, from)) return *known != 0;
  switch (path.front().relation) {
    case Relation::kChild:
      return finds_child(path, from);
    case Relation::kDescendant:
      return finds_inside(path, from);
    case Relation::kParent:
    case Relation::kAncestor:
    case Relation::kPreviousSibling:
    case Relation::kEarlierSibling:
    case Relation::kNextSibling:
    case Relation::kLaterSibling:
      return finds_along(path, from);
  }
  return false;
}

bool Matcher::arrives(std::span<const Step> path, const GumboNode* at) {
  return all(path.front().compound, at) && reaches(path.subspan(1), at);
}

// All that are passed on the way have the same answer, and an answer that is met on the way is also theirs.
bool Matcher::finds_along(std::span<const Step> path, const GumboNode* from) {
  const Step& step = path.front();
  bool found = false;
  const GumboNode* at = from;
  while ((at = neighbour(step.relation, at))) {
    if ((found = arrives(path, at)) || !goes_on(step.relation)) break;
    if (std::optional<uint32_t> known = memory_.recall(step.memory, at)) {
      found = *known != 0;
      break;
    }
  }
  if (!memory_.is_open()) return found;
  const GumboNode* end = goes_on(step.relation) ? at : neighbour(step.relation, from);
  for (const GumboNode* passed = from; passed != end; passed = neighbour(step.relation, passed))
    memory_.remember(step.memory, passed, found);
  return found;
}

bool Matcher::finds_child(std::span<const Step> path, const GumboNode* from) {
  const GumboNode* child = first_element(from);
  while (child && !arrives(path, child)) child = next_element(child);
  memory_.remember(path.front().memory, from, child != nullptr);
  return child;
}

// Each element that is left without success has nothing inside it; all around a find have it inside.
bool Matcher::finds_inside(std::span<const Step> path, const GumboNode* from) {
  size_t question = path.front().memory;
  const GumboNode* at = from;
  const GumboNode* next = first_element(from);
  while (true) {
    while (!next) {
      memory_.remember(question, at, false);
      if (at == from) return false;
      next = next_element(at);
      if (!next) at = at->parent;
    }
    at = next;
    std::optional<uint32_t> known = memory_.recall(question, at);
    if (known == 1u || arrives(path, at)) break;
    next = known ? nullptr : first_element(at);
  }
  while (at != from) {
    at = at->parent;
    memory_.remember(question, at, true);
  }
  return true;
}

// From 1; 0 for one that does not count itself.
uint32_t Matcher::place_of(const NthTest& test, const GumboNode* element) {
  if (!memory_.is_open()) return count_place(test, element);
  if (std::optional<uint32_t> known = memory_.recall(test.memory, element)) return *known;
  number_siblings(test, element);
  return memory_.recall(test.memory, element).value_or(0);
}

uint32_t Matcher::count_place(const NthTest& test, const GumboNode* element) {
  auto counts = [&](const GumboNode* sibling) {
    if (test.of_type) return have_one_type(sibling, element);
    return test.of.empty() || any(test.of, sibling);
  };
  if (!counts(element)) return 0;
  uint32_t place = 1;
  const GumboNode* sibling = element;
  while ((sibling = test.from_end ? next_element(sibling) : previous_element(sibling))) {
    memory_.count_step();
    if (counts(sibling)) ++place;
  }
  return place;
}

void Matcher::number_siblings(const NthTest& test, const GumboNode* element) {
  std::map<std::pair<GumboNamespaceEnum, std::string_view>, uint32_t> counts;
  auto follow = [&](const GumboNode* from, bool forth) {
    return forth ? next_element(from) : previous_element(from);
  };
  const GumboNode* sibling = element;
  while (const GumboNode* before = follow(sibling, test.from_end)) sibling = before;
  for (; sibling; sibling = follow(sibling, !test.from_end)) {
    bool counted = test.of.empty() || any(test.of, sibling);
    std::string_view type = test.of_type ? Node(sibling).tag() : std::string_view();
    auto space = test.of_type ? sibling->v.element.tag_namespace : GUMBO_NAMESPACE_HTML;
    memory_.remember(test.memory, sibling, counted ? ++counts[{space, type}] : 0);
  }
}

}  // namespace dekko::css
