// What can be said of an element in a selector, and how long it will stay true.
#pragma once

#include <string>
#include <vector>

#include "extractors/html/document.h"

namespace dekko {

// cost: the lower, the longer it will last.
struct Step {
  std::string text;
  int cost = 0;
};

// Its tag, classes, id and attributes that mean something; no position and no name that a build tool made.
std::vector<Step> steps_of(Node element);
// Its place in a row of a table or among its siblings, where nothing else tells: "td:nth-child(3)".
std::vector<Step> positions_of(Node element);

// The steps of what stands above it, up to `levels` elements and no further than `top` (left out), each
// joined with each of `own`: "ul.news > li".
std::vector<Step> with_ancestors(Node element, Node top, int levels, const std::vector<Step>& own);

inline constexpr int kMostCost = 30;  // what costs more is not worth writing down

}  // namespace dekko
