#include "tests/house/rooms.h"

#include <fmt/format.h>

#include <sstream>

namespace dekko::house {
namespace {

std::string wing_of(const std::string& room) {
  return room.substr(0, room.find('/'));
}

bool is_sibling(const std::string& wing) {
  return wing == "crawler" || wing == "archive" || wing == "extractors" || wing == "db";
}

bool is_forbidden(const std::string& from, const std::string& to) {
  if (from == to) return false;
  return from == "core" || to == "app" || (is_sibling(from) && is_sibling(to));
}

}  // namespace

Rooms::Rooms(std::string_view table) {
  for (std::string_view line : lines_of(table)) {
    size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::set<std::string>& neighbours = neighbours_[std::string(line.substr(0, colon))];
    std::istringstream words{std::string(line.substr(colon + 1))};
    for (std::string word; words >> word;) neighbours.insert(word);
  }
}

std::string Rooms::room_of(std::string_view path) const {
  constexpr std::string_view kTests = "tests/";
  constexpr std::string_view kSupport = "tests/support/";
  if (path.starts_with(kSupport)) return "support";
  if (path.starts_with(kTests)) return "";
  size_t slash = path.rfind('/');
  while (slash != std::string_view::npos) {
    std::string folder{path.substr(0, slash)};
    if (neighbours_.contains(folder)) return folder;
    slash = folder.rfind('/');
  }
  return "";
}

bool Rooms::may_include(const std::string& room, const std::string& other) const {
  auto found = neighbours_.find(room);
  return room == other || (found != neighbours_.end() && found->second.contains(other));
}

Faults Rooms::faults() const {
  Faults faults;
  for (const auto& [room, neighbours] : neighbours_)
    for (const std::string& neighbour : neighbours)
      if (is_forbidden(wing_of(room), wing_of(neighbour)))
        faults.push_back(fmt::format("{}: must not name {} as a neighbour", room, neighbour));
  return faults;
}

}  // namespace dekko::house
