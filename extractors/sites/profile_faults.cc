#include "extractors/sites/profile_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"

namespace dekko {

namespace {

constexpr const char* kCure = "see docs/profiles.md";

}  // namespace

std::string place_in(std::string_view origin, const toml::source_position& position) {
  return fmt::format("{}:{}:{}", origin, position.line, position.column);
}

void ProfileFaults::add(const toml::source_position& place, std::string detail) {
  if (full()) {
    ++more_;
    return;
  }
  faults_.push_back({place, std::move(detail)});
}

bool ProfileFaults::full() const {
  return faults_.size() >= limits::kProfileFaults;
}

std::vector<Error> ProfileFaults::in_order() const {
  std::vector<Fault> sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Fault& a, const Fault& b) { return a.place < b.place; });
  std::vector<Error> errors;
  errors.reserve(sorted.size() + 1);
  for (const Fault& fault : sorted) {
    errors.push_back({ErrorCode::kInvalid, place_in(origin_, fault.place), fault.detail, kCure});
  }
  if (more_ > 0) {
    errors.push_back({ErrorCode::kInvalid, std::string(origin_), fmt::format("and {} more", more_), kCure});
  }
  return errors;
}

}  // namespace dekko
