// Bytes to a page: the one way from an archived answer to cards. Pure: no network, database, clock or file;
// "today" is the capture's own moment, so that a replay next year gives the same rows.
#pragma once

#include "core/capture.h"
#include "core/page.h"
#include "core/result.h"
#include "extractors/sites/profile.h"

namespace dekko {

// Cards, pager and problems as the page shows them, after sanity: cards with no link or no headline and
// repeated cards are set aside as problems of the page. Fails only where there is nothing to read: an empty
// body, a body that is not HTML, one over a limit.
Result<Page> extract(const Capture& capture, const Profile& profile);

}  // namespace dekko
