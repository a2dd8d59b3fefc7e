// Emphasis in results: colour where a terminal shows it, plain markers everywhere else. What is painted has
// to be harmless already.
#pragma once

#include <string>
#include <string_view>

namespace dekko {

struct Paint {
  bool colour = false;

  std::string strong(std::string_view text) const;  // a heading
  std::string hit(std::string_view text) const;     // [hit]
  std::string gone(std::string_view text) const;    // [-gone-]
  std::string added(std::string_view text) const;   // {+added+}
};

// Colour where standard output is a terminal and NO_COLOR is not set (no-color.org).
Paint result_paint();

}  // namespace dekko
