// The first pages of a listing for a command that needs them once: asked for as a crawl does, robots.txt and
// pauses included, and kept nowhere.
#pragma once

#include <vector>

#include "app/console.h"
#include "core/capture.h"
#include "core/result.h"
#include "crawler/fetch/fetcher.h"
#include "crawler/polite/pacer.h"
#include "extractors/sites/profile.h"

namespace dekko {

struct PageErrand {
  Url listing;
  int pages = 2;
  const Profile& profile;
  PaceRules pace = {};
};

// Fewer where the listing has fewer. An Error where robots.txt refuses it or what comes back is no listing.
Result<std::vector<Capture>> fetch_pages(const PageErrand& errand, Fetcher& fetcher, const Clock& clock,
                                         Console& console);

}  // namespace dekko
