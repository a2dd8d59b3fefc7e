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

// What an element is marked to hold.
struct Mark {
  bool author = false;     // itemprop="author", class "p-author", "author vcard"
  bool published = false;  // itemprop="datePublished", class "dt-published" or "published"
};
Mark mark_of(Node element);

// The name in an element that is marked as the author's, white space collapsed: of the part that is marked as
// the name, or of all of it. None where there is none, and for a long text.
std::optional<std::string> name_of_author(Node element);

}  // namespace dekko
