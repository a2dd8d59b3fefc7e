// What a report tells, read from the public views.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/calendar_columns.h"
#include "db/reading.h"

namespace dekko {

struct ReportData {
  struct Author {
    std::string name;
    int64_t items = 0;
  };
  struct Run {
    std::string listing, started, coverage;
    int64_t pages = 0;
    std::optional<double> share = {};
  };
  std::vector<ListingStatus> listings = {};
  std::string as_of = {};  // when the latest run began
  int64_t items = 0;
  int64_t undated = 0;
  std::map<std::string, Parts> posts = {};    // by day of publication
  std::map<std::string, Parts> changes = {};  // by day and, in its parts, kind in the order of change_kinds()
  std::vector<Author> authors = {};           // those named most, at most kReportAuthors
  int64_t author_count = 0;
  std::vector<Run> runs = {};  // the latest, at most kReportRuns, by time
};

inline constexpr size_t kReportAuthors = 25;
inline constexpr size_t kReportRuns = 200;

// text, typography, byline, date, image
const std::vector<std::string>& change_kinds();

Result<ReportData> read_report(const Reading& reading);

}  // namespace dekko
