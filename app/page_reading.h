// From an archived answer to a page of a run's listing: the one way, for crawls and for what is made anew
// from the archive.
#pragma once

#include <string>

#include "core/capture.h"
#include "core/page.h"
#include "core/page_copy.h"
#include "crawler/walk/walk.h"
#include "extractors/extract.h"

namespace dekko {

// An answer that cannot be read is a page that is not the listing, with the reason as its problem. A listing
// that redirects to its canonical address stays the `listing` that was asked for. wanted: the page's number
// as asked for.
Page read_page(const Capture& capture, const Profile& profile, const std::string& listing, int wanted);

// What a walk is told of it. Each card once, as the database has them, so that an answer "not modified" shows
// the same: of that, the copy tells.
Shown shown_by(const Page& page, int number);
Shown shown_by(const PageCopy& copy, int number);

// Whether it is a page of the listing, be it an empty one.
bool is_the_listing(Verdict verdict);

}  // namespace dekko
