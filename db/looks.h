// What the pages of a listing showed, look by look, and which of its items are gone. Throws
// SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "db/query.h"
#include "db/store.h"

namespace dekko {

class Looks {
 public:
  explicit Looks(const SQLite::Database& db);

  std::vector<PastLook> of(const std::string& listing);
  std::optional<std::pair<int, Url>> latest_page(const std::string& listing, int from);
  // An item that another listing shows is not gone. Counts what it marks for the run. Those that were not missing
  // before.
  std::vector<MissingItem> mark_missing(int64_t run, int64_t listing, const std::vector<MissingItem>& items);
  // What this capture shows is not missing, unless its absence was proven later.
  void found(int64_t capture);

 private:
  const SQLite::Database& db_;
  Query looks_, latest_, mark_, count_, found_;
};

}  // namespace dekko
