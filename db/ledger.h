// What a run asked for and what it set aside. Throws SQLite::Exception.
#pragma once

#include "core/page.h"
#include "core/run.h"
#include "db/query.h"

namespace dekko {

class Ledger {
 public:
  explicit Ledger(const SQLite::Database& db);

  void add(int64_t run, const LedgerLine& line);
  // capture: none for a problem of the run.
  void add(int64_t run, std::optional<int64_t> capture, const Problem& problem);
  // The page's problems and those of its cards.
  void add_problems(int64_t run, int64_t capture, const Page& page);

 private:
  Query insert_request_, insert_problem_;
};

}  // namespace dekko
