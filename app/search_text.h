// What `dekko search` shows.
#pragma once

#include <string>
#include <vector>

#include "app/paint.h"
#include "db/reading.h"

namespace dekko {

// Each hit with its words marked, for a person.
std::string hits_text(const std::vector<SearchHit>& hits, const Paint& paint);
// One JSON object a line: the item's fields as they are, and `marked`, where [brackets] stand around the
// hits.
std::string hits_json(const std::vector<SearchHit>& hits);

}  // namespace dekko
