// How the listings stand, from the public views and the sightings of each last run. Throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <vector>

#include "db/reading.h"

namespace dekko {

std::optional<RunSummary> summary_of_run(const SQLite::Database& db, int64_t id);

// In the order in which the listings came into the database; all of one moment, even while a crawl writes.
std::vector<ListingStatus> status_of_listings(SQLite::Database& db);

}  // namespace dekko
