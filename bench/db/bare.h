// The least that SQLite itself needs for a night's rows: the same rows into the same schema, through prepared
// statements of the C API, one transaction a page. What the Store adds to that is the price of history.
#pragma once

#include <filesystem>

namespace dekko::bench {

// Writes what `after` has and `before` has not, page by page, into `before`. Returns the seconds that took;
// reading is not counted. The two files are databases of dekko, `after` one night older.
double write_bare(const std::filesystem::path& before, const std::filesystem::path& after);

}  // namespace dekko::bench
