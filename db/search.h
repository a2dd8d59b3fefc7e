// Full-text search: what a user types becomes a query that no syntax of FTS5 can break. Words are found in
// items_fts, letters of scripts without spaces in items_trigram. Throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>
#include <vector>

#include "db/reading.h"

namespace dekko {

struct SearchTerm {
  std::string text;
  bool is_start = false;  // of a word: it was typed with a star at its end
  bool operator==(const SearchTerm&) const = default;
};

// Words between white space; "double quotes" keep several together. At most kSearchTerms.
std::vector<SearchTerm> search_terms(std::string_view typed);

// Items that have all terms, best match first, at most `limit`.
std::vector<SearchHit> search_items(SQLite::Database& db, const std::vector<SearchTerm>& terms, int limit);

}  // namespace dekko
