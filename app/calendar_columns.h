// Counts by day, made into at most so many columns: days, else months, else years, without gaps.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dekko {

inline constexpr size_t kParts = 5;
using Parts = std::array<int64_t, kParts>;

struct Column {
  std::string label;  // "2024-03-19", "2024-03" or "2024"
  Parts parts = {};
};

struct Columns {
  std::string_view unit;  // "day", "month" or "year"
  std::vector<Column> all = {};
};

// days: "YYYY-MM-DD"; what is no date is left out. The last `most` columns where even years are more.
Columns columns_of(const std::map<std::string, Parts>& days, size_t most);

}  // namespace dekko
