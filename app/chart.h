// Charts as inline SVG with their numbers in a table beside them: for eyes, screen readers and printers.
#pragma once

#include <string>
#include <vector>

#include "app/calendar_columns.h"

namespace dekko {

struct ColumnChart {
  std::string title;                // a sentence
  std::vector<std::string> series;  // names of the parts that are used, at most kParts
  Columns columns;
};

// A <figure>; a sentence where there is nothing to draw.
std::string column_chart(const ColumnChart& chart);

// A bar for a table's cell; share from 0 to 1. The number has to stand beside it.
std::string bar(double share);

}  // namespace dekko
