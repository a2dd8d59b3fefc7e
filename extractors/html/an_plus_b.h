// "2n+1", "odd", "-n + 3": which of a row of siblings are meant (CSS Syntax 3 section 6).
#pragma once

#include <optional>

#include "extractors/html/css_reader.h"

namespace dekko::css {

// Those at a * n + b for some n >= 0, counted from 1.
struct AnPlusB {
  int a = 0;
  int b = 0;
  bool contains(size_t index) const;
};

// None, with the reader where it went wrong, for everything else and for numbers too large for an int.
std::optional<AnPlusB> take_an_plus_b(Reader& reader);

}  // namespace dekko::css
