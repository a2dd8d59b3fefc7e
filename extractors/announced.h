// The items of a listing as its page announces them to machines: JSON-LD in the words of schema.org.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/url.h"
#include "extractors/html/document.h"

namespace dekko {

// The items of every ItemList, the posts of a Blog, the parts of a collection: absolute addresses as a card
// has them, each once, in the page's order, at most limits::kCards. Breadcrumbs and menus are no items. It is
// a witness and no more: a script that is no JSON, has more than a MiB, or what lies deeper than 32 levels in
// it, announces nothing.
std::vector<std::string> announced_items(const Document& document, const Url& base);

// Whether a page's text has a script of JSON-LD: few have, and looking for one costs less than a walk over
// all there is.
bool has_json_ld(std::string_view html);

}  // namespace dekko
