// What a page shows beside its cards, as far as it tells what kind of page this is.
#pragma once

#include "extractors/find/landmarks.h"
#include "extractors/find/outline.h"
#include "extractors/find/page_head.h"

namespace dekko {

struct PageSigns {
  int status = 200;            // of the response
  bool heading = false;        // a heading of its own, not only a document title
  bool titled_so = false;      // the document's title says log in, consent, challenge or error
  bool stands_in = false;      // that title, or the page's heading does
  bool asks_password = false;  // in its own part, not in a menu's login form
  bool says_nothing = false;   // "No posts found"
};

PageSigns read_signs(const Outline& outline, const Landmarks& landmarks, Node head,
                     const PageHead& page_head);

}  // namespace dekko
