// The #include lines held against the table of rooms and the table of libraries.
#pragma once

#include "tests/house/rooms.h"
#include "tests/house/tree.h"

namespace dekko::house {

// A line is at fault that includes a room which is no neighbour, a path that is not rooted in a room of the
// checkout, a library outside its rooms, or a header in angle brackets that no table knows. Below tests/,
// support apart, every room and library may be included: tests look behind walls.
Faults include_faults(const Tree& tree, const Rooms& rooms);

}  // namespace dekko::house
