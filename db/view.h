// The public views, and the statement that reads one of them out.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "db/reading.h"

namespace dekko {

struct View {
  const char* name;
  const char* moment;  // the column that ExportQuery::since looks at; empty if there is none
  const char* order;   // the columns that make its order stable
};

// In the order of the documentation.
const std::vector<View>& public_views();

// kUsage for a view that is not there, for a date that is none, and for a view without a moment.
Result<std::string> sql_of(const ExportQuery& query);

}  // namespace dekko
