// What frames a listing and is no part of it: menus, sidebars, footers, comments. Told by the standard's
// landmarks (WAI-ARIA 1.2 section 5.3.4, HTML AAM), by the titles over them ("Most read"), and by class names
// only as a hint.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/find/outline.h"

namespace dekko {

class Landmarks {
 public:
  explicit Landmarks(const Outline& outline);

  // Whether this place stands in one of them.
  bool is_frame(Outline::Place place) const { return before_[place + 1] > before_[place]; }
  // Whether one begins or goes on in the stretch.
  bool frames_within(Outline::Place begin, Outline::Place end) const { return before_[end] > before_[begin]; }

 private:
  std::vector<uint32_t> before_;  // how many places before this one stand in a frame
};

// "Most read", "Related posts", "Comments": the title of a list that is not the page's own; "Recent posts"
// where it is small, no heading above <h4>.
bool titles_a_sidebar(std::string_view title, bool small);

}  // namespace dekko
