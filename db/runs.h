// Runs and where their walks stand. Throws SQLite::Exception.
#pragma once

#include <optional>

#include "db/query.h"
#include "db/store.h"

namespace dekko {

class Runs {
 public:
  explicit Runs(const SQLite::Database& db);

  // A run that goes on with another stands where that one stood, even if it is killed before its first page.
  RunId begin(const RunStart& start, int64_t listing);
  void finish(RunId run, const RunEnd& end);
  // None if there is no such run.
  std::optional<int64_t> listing_of(RunId run);
  void count_seen(RunId run, int items);

  void stand(RunId run, const WalkPosition& position);
  std::optional<ResumePoint> resume_point(const std::string& listing);
  bool has_seen(const std::string& listing);

 private:
  const SQLite::Database& db_;
  Query insert_, finish_, listing_of_, count_seen_;
  Query stand_, inherit_, latest_walk_, missing_, has_seen_;
};

}  // namespace dekko
