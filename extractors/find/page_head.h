// What a listing calls itself.
#pragma once

#include <optional>
#include <string>

#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"

namespace dekko {

struct PageHead {
  std::optional<std::string> title;
  std::optional<std::string> description;
  bool has_heading = false;  // the title is a heading of the page, not the document's title
};

// The highest heading above the cards that is neither a frame's nor the site's logo, and the line of prose
// after it; where no heading is, the line that <title> begins with; else <title>, and the description in
// <meta>. `first_card`: where the cards begin, kNowhere if there are none. `head` may be null.
PageHead read_page_head(const Outline& outline, const Landmarks& landmarks, Node head,
                        Outline::Place first_card);

}  // namespace dekko
