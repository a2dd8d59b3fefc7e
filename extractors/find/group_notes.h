// Why one group of like stretches is the page's listing and the others are not, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/find/list_score.h"
#include "extractors/find/regions.h"

namespace dekko {

struct GroupNote {
  size_t cards = 0;
  std::string where = {};    // "ul.news > li"
  std::string example = {};  // the title of its first card
  bool chosen = false;
  double score = 0;      // compares groups
  std::string why = {};  // "the cards have headings, dates and 140 octets of text each"
};

GroupNote note_of(const Outline& outline, const RegionList& list, const ListScore& score, std::string why);
// What a group's cards have, as words: "headings, dates on 90 %, no images, 140 octets of text beside the
// title".
std::string looks_of(const Outline& outline, const RegionList& list, const ListScore& score);

}  // namespace dekko
