// What a crawl would do, without doing it: at most one request for each origin's robots.txt, nothing stored.
#pragma once

#include <filesystem>
#include <vector>

#include "app/console.h"
#include "app/crawl.h"

namespace dekko {

// `db` is only read, if it exists. kRefused if robots.txt refuses one of the listings.
ExitCode dry_run(const std::vector<ListingPlan>& plans, const PaceRules& pace, const std::filesystem::path& db,
                 Fetcher& fetcher, const Clock& clock, Console& console);

}  // namespace dekko
