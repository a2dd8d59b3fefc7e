// What a page looks like as a whole, in numbers that can be held against those of other nights.
#pragma once

#include <array>
#include <cstdint>

#include "core/card_fields.h"
#include "core/moment.h"
#include "core/page.h"

namespace dekko {

struct PageShape {
  Moment seen = {};
  int page = 1;
  int cards = 0;
  std::array<int, kCardFields.size()> with = {};  // cards that have each field
  int64_t headline_letters = 0, dek_letters = 0;  // in all
  int pairs = 0;                                  // neighbours that both have a date
  int falling = 0;  // of these, those with the lower one no later than the upper
};

PageShape shape_of(const Page& page, Moment seen);

}  // namespace dekko
