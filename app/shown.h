// What a walk is told of a page that was read.
#pragma once

#include "core/page.h"
#include "core/page_copy.h"
#include "crawler/walk/walk.h"

namespace dekko {

// Each card once, as the database has them, so that an answer "not modified" shows the same: of that, the
// copy tells.
Shown shown_by(const Page& page, int number);
Shown shown_by(const PageCopy& copy, int number);

// Whether it is a page of the listing, be it an empty one.
bool is_the_listing(Verdict verdict);

}  // namespace dekko
