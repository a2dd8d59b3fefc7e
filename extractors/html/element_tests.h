// The simple selectors that one element, its attributes and its ancestors answer. All take elements.
#pragma once

#include <gumbo.h>

#include <string_view>

#include "extractors/html/selector_program.h"

namespace dekko::css {

bool has_type(const GumboNode* element, const TypeTest& test);
bool have_one_type(const GumboNode* a, const GumboNode* b);

// Names match in any case on pages in quirks mode (Selectors 4 sections 6.6 and 6.7).
enum class Mode { kStandards, kQuirks };
bool has_id(const GumboNode* element, std::string_view id, Mode mode);
bool has_class(const GumboNode* element, std::string_view name, Mode mode);
bool has_attribute(const GumboNode* element, const AttributeTest& test);

bool is_empty(const GumboNode* element);
bool is_link(const GumboNode* element);
// WHATWG HTML section 4.16.3, of elements as they are served.
bool can_be_disabled(const GumboNode* element);
bool is_disabled(const GumboNode* element);
bool is_checked(const GumboNode* element);

}  // namespace dekko::css
