// A robots.txt fetched on the spot, once, and stored nowhere: for a look at it outside of a crawl.
#pragma once

#include "crawler/fetch/fetcher.h"
#include "crawler/polite/robots_gate.h"

namespace dekko {

// Redirects are followed as RFC 9309 section 2.3.1.2 has it; nothing is tried again.
RobotsAnswer fetch_robots(const RobotsGate::FetchFirst& first, Fetcher& fetcher);

}  // namespace dekko
