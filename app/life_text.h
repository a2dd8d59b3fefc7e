// What `dekko show` shows: the life of one item.
#pragma once

#include <string>

#include "app/paint.h"
#include "db/reading.h"

namespace dekko {

// For a person: states and changes of each listing in the order of time, each with its proof.
std::string life_text(const Life& life, const Paint& paint);
// One JSON object on one line.
std::string life_json(const Life& life);

}  // namespace dekko
