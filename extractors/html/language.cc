#include "extractors/html/language.h"

#include <algorithm>

#include "extractors/html/css_reader.h"
#include "extractors/html/gumbo_node.h"

namespace dekko::css {

namespace {

const char* own_language(const GumboNode* element) {
  for (const GumboAttribute* attribute : attributes(element))
    if (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_XML && equals(attribute->name, "lang"))
      return attribute->value;
  return attribute_value(element, "lang");
}

std::string_view take_subtag(std::string_view& tag) {
  std::string_view subtag = tag.substr(0, tag.find('-'));
  tag.remove_prefix(std::min(subtag.size() + 1, tag.size()));
  return subtag;
}

}  // namespace

std::string_view language_of(const GumboNode* element) {
  for (const GumboNode* up = element; up; up = parent_element(up))
    if (const char* language = own_language(up)) return language;
  return {};
}

bool is_in_range(std::string_view language, std::string_view range) {
  if (language.empty() || range.empty()) return language.empty() && range.empty();
  std::string_view wanted = take_subtag(range);
  std::string_view subtag = take_subtag(language);
  if (wanted != "*" && to_lower(subtag) != wanted) return false;
  while (!range.empty()) {
    wanted = take_subtag(range);
    if (wanted == "*") continue;
    do {
      if (language.empty()) return false;
      subtag = take_subtag(language);
      if (subtag.size() == 1 && to_lower(subtag) != wanted) return false;
    } while (to_lower(subtag) != wanted);
  }
  return true;
}

}  // namespace dekko::css
