// The full-text indexes, brought up to date once a transaction. Throws SQLite::Exception.
#pragma once

#include "db/query.h"

namespace dekko {

class SearchIndex {
 public:
  explicit SearchIndex(const SQLite::Database& db);

  // Takes in what search_due holds. To be called before each commit: readers then never find an item by words
  // that it no longer shows.
  void settle();

 private:
  Query is_due_, drop_unchanged_, forget_words_, forget_trigrams_, add_words_, add_trigrams_, clear_;
};

}  // namespace dekko
