// Tokens to the parts of a date, in one language. No calendar and no order of digits yet: see date_reading.h.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>

#include "extractors/fields/date_lexer.h"

namespace dekko {

struct WallTime {
  int hour = 0, minute = 0, second = 0;
  std::optional<int> offset = {};  // minutes east of UTC
};

struct DateParts {
  // By words or marks: all three known. A date of digits: `digits` holds its three numbers as they stand.
  std::optional<int> year = {}, month = {}, day = {};
  std::optional<std::array<int, 3>> digits = {};
  std::optional<int> weekday = {};
  std::optional<int> days_back = {};     // yesterday: 1
  std::optional<int> seconds_back = {};  // 3 hours ago: 10800
  int unit = 0;                          // seconds in the smallest unit of seconds_back
  std::optional<WallTime> time = {};
  size_t begin = 0, end = 0;             // octets of the line that were read, without label
};

// The reason why these tokens are no date, in words that follow "…: ".
struct NoDate {
  std::string_view reason;
};

// How the words of a line are understood: by this language, or else by English.
tl::expected<DateParts, NoDate> parse_date(std::span<const DateToken> tokens, int language);

// The value that `token` has in this role for the language or for English.
std::optional<int> meaning_of(const DateToken& token, WordRole role, int language);

}  // namespace dekko
