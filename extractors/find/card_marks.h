// What a card's mark-up says of its parts for machines: HTML's datetime, schema.org's microdata, microformats
// (hAtom, h-entry).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/html/document.h"

namespace dekko {

// The moment that an element tells beside its words, as written: `datetime` of <time> and of elements like it
// (HTML section 4.5.14), else `content` (microdata), else `title` (microformats), where that is an ISO date
// and nothing else.
std::optional<std::string_view> machine_date(Node element);

// itemprop="datePublished", class "dt-published" or "published".
bool marks_published(Node element);

// The name that an element is marked to hold, white space collapsed: itemprop="author", class "p-author",
// "author vcard"; of what stands in it the part marked as the name. None for other elements and long texts.
std::optional<std::string> marked_author(Node element);

}  // namespace dekko
