// What reading a card needs to know beside the card: how its site writes, where it stands, when it was seen.
#pragma once

#include "core/moment.h"
#include "core/url.h"
#include "extractors/fields/bylines.h"
#include "extractors/fields/dates.h"

namespace dekko {

struct CardRules {
  const Url& base;             // must outlive this
  const BylineRules& bylines;  // must outlive this
  const DateRules& dates;      // must outlive this
  Moment seen_at;
};

}  // namespace dekko
