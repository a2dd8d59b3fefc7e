// From an archived answer to a page of a run's listing: the one way, for crawls and for what is made anew from
// the archive.
#pragma once

#include <string>

#include "core/capture.h"
#include "core/page.h"
#include "extractors/extract.h"

namespace dekko {

// An answer that cannot be read is a page that is not the listing, with the reason as its problem. A listing
// that redirects to its canonical address stays the `listing` that was asked for. wanted: the page's number
// as asked for.
Page read_page(const Capture& capture, const Profile& profile, const std::string& listing, int wanted);

}  // namespace dekko
