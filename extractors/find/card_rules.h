// What reading a card needs to know beside the card: how its site writes, where it stands, when it was seen.
#pragma once

#include "core/url.h"
#include "extractors/fields/bylines.h"
#include "extractors/fields/date_reader.h"
#include "extractors/find/names.h"

namespace dekko {

struct CardRules {
  const Url& base;             // must outlive this
  const BylineRules& bylines;  // must outlive this
  NameTest& names;             // must outlive this
  DateReader& dates;           // must outlive this
  bool lone_words = false;     // one word beside a date is a name though nothing says so
};

}  // namespace dekko
