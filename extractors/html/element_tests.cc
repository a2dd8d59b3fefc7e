#include "extractors/html/element_tests.h"

#include <algorithm>

#include "extractors/html/css_reader.h"
#include "extractors/html/gumbo_node.h"

namespace dekko::css {

namespace {

bool is_html(const GumboNode* element) {
  return element->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

bool same(std::string_view a, std::string_view b, bool any_case) {
  if (!any_case) return a == b;
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool contains(std::string_view text, std::string_view part, bool any_case) {
  if (!any_case) return text.find(part) != text.npos;
  auto found = std::search(text.begin(), text.end(), part.begin(), part.end(),
                           [](char x, char y) { return to_lower(x) == to_lower(y); });
  return found != text.end();
}

// Selectors 4 section 6.1: a word that is empty or holds white space is in no list.
bool has_word(std::string_view list, std::string_view word, bool any_case) {
  if (word.empty() || std::any_of(word.begin(), word.end(), is_space)) return false;
  size_t size = word.size();
  for (size_t at = 0; at + size <= list.size(); ++at) {
    if (same(list.substr(at, size), word, any_case) &&
        (at + size == list.size() || is_space(list[at + size])))
      return true;
    while (at < list.size() && !is_space(list[at])) ++at;
  }
  return false;
}

bool has_prefix(std::string_view text, std::string_view prefix, bool any_case) {
  return text.size() >= prefix.size() && same(text.substr(0, prefix.size()), prefix, any_case);
}

bool has_suffix(std::string_view text, std::string_view suffix, bool any_case) {
  return text.size() >= suffix.size() && same(text.substr(text.size() - suffix.size()), suffix, any_case);
}

// An empty value is no word and no part of anything (Selectors 4 section 6.2).
bool holds(Operator op, std::string_view actual, std::string_view value, bool any_case) {
  switch (op) {
    case Operator::kPresent:
      return true;
    case Operator::kEquals:
      return same(actual, value, any_case);
    case Operator::kWord:
      return has_word(actual, value, any_case);
    case Operator::kDash:
      return has_prefix(actual, value, any_case) &&
             (actual.size() == value.size() || actual[value.size()] == '-');
    case Operator::kPrefix:
      return !value.empty() && has_prefix(actual, value, any_case);
    case Operator::kSuffix:
      return !value.empty() && has_suffix(actual, value, any_case);
    case Operator::kSubstring:
      return !value.empty() && contains(actual, value, any_case);
  }
  return false;
}

bool has(const GumboNode* element, std::string_view attribute) {
  return attribute_value(element, attribute);
}

bool is_one_of(const GumboNode* element, std::initializer_list<GumboTag> tags) {
  return is_html(element) && std::find(tags.begin(), tags.end(), element->v.element.tag) != tags.end();
}

// The first legend of a disabled fieldset stays enabled.
bool is_in_first_legend(const GumboNode* element, const GumboNode* fieldset) {
  while (element->parent != fieldset) element = element->parent;
  if (!is_html_element(element, GUMBO_TAG_LEGEND)) return false;
  while ((element = previous_element(element)))
    if (is_html_element(element, GUMBO_TAG_LEGEND)) return false;
  return true;
}

bool is_in_disabled_fieldset(const GumboNode* element) {
  for (const GumboNode* up = parent_element(element); up; up = parent_element(up))
    if (is_html_element(up, GUMBO_TAG_FIELDSET) && has(up, "disabled") && !is_in_first_legend(element, up))
      return true;
  return false;
}

}  // namespace

bool has_type(const GumboNode* element, const TypeTest& test) {
  if (!is_html(element)) return Node(element).tag() == test.name;
  if (element->v.element.tag != test.tag) return false;
  return test.tag != GUMBO_TAG_UNKNOWN || Node(element).tag() == test.lower;
}

bool have_one_type(const GumboNode* a, const GumboNode* b) {
  const GumboElement& one = a->v.element;
  const GumboElement& other = b->v.element;
  if (one.tag != other.tag || one.tag_namespace != other.tag_namespace) return false;
  return one.tag != GUMBO_TAG_UNKNOWN || Node(a).tag() == Node(b).tag();
}

bool has_id(const GumboNode* element, std::string_view id, Mode mode) {
  const char* value = attribute_value(element, "id");
  return value && same(value, id, mode == Mode::kQuirks);
}

bool has_class(const GumboNode* element, std::string_view name, Mode mode) {
  const char* value = attribute_value(element, "class");
  return value && has_word(value, name, mode == Mode::kQuirks);
}

bool has_attribute(const GumboNode* element, const AttributeTest& test) {
  bool html = is_html(element);
  bool any_case =
      test.letter_case == LetterCase::kAny || (test.letter_case == LetterCase::kAnyOnHtml && html);
  for (const GumboAttribute* attribute : attributes(element)) {
    if (!equals(attribute->name, html ? test.lower : test.name)) continue;
    if (!test.any_namespace && attribute->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) continue;
    if (holds(test.op, attribute->value, test.value, any_case)) return true;
  }
  return false;
}

bool is_empty(const GumboNode* element) {
  std::span<const GumboNode* const> all = children(element);
  return std::none_of(all.begin(), all.end(),
                      [](const GumboNode* child) { return is_element(child) || is_text(child); });
}

// The web platform's tests count link elements too.
bool is_link(const GumboNode* element) {
  if (is_html(element))
    return is_one_of(element, {GUMBO_TAG_A, GUMBO_TAG_AREA, GUMBO_TAG_LINK}) && has(element, "href");
  return element->v.element.tag == GUMBO_TAG_A && has(element, "href");
}

bool can_be_disabled(const GumboNode* element) {
  return is_one_of(element, {GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
                             GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION, GUMBO_TAG_FIELDSET});
}

bool is_disabled(const GumboNode* element) {
  if (!can_be_disabled(element)) return false;
  if (has(element, "disabled")) return true;
  if (is_html_element(element, GUMBO_TAG_OPTGROUP)) return false;
  if (!is_html_element(element, GUMBO_TAG_OPTION)) return is_in_disabled_fieldset(element);
  const GumboNode* group = parent_element(element);
  return group && is_html_element(group, GUMBO_TAG_OPTGROUP) && has(group, "disabled");
}

bool is_checked(const GumboNode* element) {
  if (is_html_element(element, GUMBO_TAG_OPTION)) return has(element, "selected");
  const char* type = attribute_value(element, "type");
  return is_html_element(element, GUMBO_TAG_INPUT) && type && has(element, "checked") &&
         (same(type, "checkbox", true) || same(type, "radio", true));
}

}  // namespace dekko::css
