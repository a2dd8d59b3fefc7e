// What is wrong with a profile: all of it, in the order of its lines.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dekko {

class ProfileFaults {
 public:
  // origin: how errors name the text, "profiles/example.toml". Must outlive this.
  explicit ProfileFaults(std::string_view origin) : origin_(origin) {}

  // Kept up to limits::kProfileFaults; what is more is counted.
  void add(const toml::source_position& place, std::string detail);
  bool full() const;

  // "profiles/example.toml:3:7", and so on down the file; the last tells how many were not kept.
  std::vector<Error> in_order() const;

 private:
  struct Fault {
    toml::source_position place;
    std::string detail;
  };
  std::string_view origin_;
  std::vector<Fault> faults_;
  size_t more_ = 0;
};

// "profiles/example.toml:3:7"
std::string place_in(std::string_view origin, const toml::source_position& position);

}  // namespace dekko
