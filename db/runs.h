// Runs and where their walks stand. Throws SQLite::Exception.
#pragma once

#include <optional>

#include "db/query.h"
#include "db/store.h"

namespace dekko {

class Runs {
 public:
  explicit Runs(const SQLite::Database& db);

  // A run that goes on with another stands where that one stood, and one over all pages at the first, even if
  // they are killed before they store a page. Any other says nothing about where to go on until then: `new`
  // is what comes unasked, and must not hide a walk that stands further on.
  RunId begin(const RunStart& start, int64_t listing);
  void finish(RunId run, const RunEnd& end);
  // None if there is no such run.
  std::optional<int64_t> listing_of(RunId run);
  void count_seen(RunId run, int items);

  void stand(RunId run, const WalkPosition& position);
  std::optional<ResumePoint> resume_point(const std::string& listing);
  bool has_seen(const std::string& listing);

 private:
  std::vector<int> lost_pages(RunId run);

  const SQLite::Database& db_;
  Query insert_, finish_, listing_of_, count_seen_;
  Query stand_, inherit_, latest_walk_, missing_, lost_, continues_, has_seen_;
};

}  // namespace dekko
