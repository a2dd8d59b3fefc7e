// What a version is: one distinct set of an item's fields.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/page.h"

namespace dekko {

struct State {
  explicit State(const Card& card);

  std::optional<std::string> headline, dek, kind, published, published_text, bylines, image;
  // Finds a state among thousands of its entry (an image address that rotates makes one a night). Two states
  // may share it: equality is decided by the fields.
  int64_t digest;
  // Whether it is to be found by any three letters (db/unspaced.h).
  bool unspaced;
  // Equal where headline or dek differ in typography alone; none where there is no text.
  std::optional<int64_t> headline_key, dek_key;
};

}  // namespace dekko
