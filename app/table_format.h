// Rows as CSV (RFC 4180), tab-separated values or JSON lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/reading.h"

namespace dekko {

enum class TableFormat { kCsv, kTsv, kJsonl };
std::optional<TableFormat> parse_table_format(std::string_view name);

// The line of column names, with its line end; empty for JSON lines.
std::string head_line(TableFormat format, const std::vector<std::string>& columns);
// One row with its line end. Null is an empty cell, or `null` in JSON. In TSV, tabs and line ends inside a value become
// spaces.
std::string row_line(TableFormat format, const std::vector<std::string>& columns, const std::vector<Value>& row);

}  // namespace dekko
