// The table of rooms that CMake writes: which room may include which.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tests/house/tree.h"

namespace dekko::house {

class Rooms {
 public:
  // Lines of "room: neighbour neighbour", as in <build>/rooms.txt.
  explicit Rooms(std::string_view table);

  // The room whose folder is the longest prefix of the path; empty for none. The room "support" lives in
  // tests/support; the other folders below tests/ are no rooms.
  std::string room_of(std::string_view path) const;

  bool may_include(const std::string& room, const std::string& other) const;

  // Rooms that name one they must never know: crawler, archive, extractors and db know none of each other,
  // core knows nobody, and nobody but app knows app.
  Faults faults() const;

  bool empty() const { return neighbours_.empty(); }

 private:
  std::map<std::string, std::set<std::string>> neighbours_;
};

}  // namespace dekko::house
