// Where in the cards a field stands.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/infer/sample_page.h"

namespace dekko {

// A field's places in order of trust, and of how many cards whose value is known they give it.
struct FieldPlaces {
  std::string field;
  std::vector<std::string> select = {};  // empty: the shape tells it
  int reproduced = 0;
  int shown = 0;  // cards that have the field
  int of = 0;     // cards whose value is known
};

// `writing`: how the site writes. Places are given only where they reproduce the field on every card, its
// absence included; with `edited` also where up to a tenth differs, as headlines do that were edited since.
FieldPlaces infer_field(std::string_view field, const std::vector<std::unique_ptr<SamplePage>>& pages,
                        Profile& writing, bool edited);

// Whether two values of a field say the same: exactly; after an edit typography, and of moments the day.
bool same_value(std::string_view field, const Card& a, const Card& b, bool edited);

}  // namespace dekko
