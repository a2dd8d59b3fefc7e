// Tokens to the parts of a date, in one language. No calendar and no order of digits yet: see date_reading.h.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <tl/expected.hpp>

#include "extractors/fields/date_ago.h"
#include "extractors/fields/date_lexer.h"
#include "extractors/fields/date_time_of_day.h"

namespace dekko {

struct DateParts {
  // By words or marks: all three known. A date of digits: `digits` holds its three numbers as they stand.
  std::optional<int> year = {}, month = {}, day = {};
  std::optional<std::array<int, 3>> digits = {};
  bool short_year = false;    // of two digits; of `digits`, the last, and the first if it has two
  bool starts_short = false;  // the first of `digits` has one digit
  bool packed = false;        // 20240319
  std::optional<int> weekday = {};
  std::optional<int> days_back = {};  // yesterday: 1
  std::optional<TimeAgo> ago = {};
  std::optional<WallTime> time = {};
  size_t begin = 0, end = 0;  // octets of the line that were read, without label
};

// The reason why these tokens are no date, in words that follow "…: ". Lives for ever.
struct NoDate {
  std::string_view reason;
};

// How the words of a line are understood: by this language, or else by English.
tl::expected<DateParts, NoDate> parse_date(std::span<const DateToken> tokens, int language);

}  // namespace dekko
