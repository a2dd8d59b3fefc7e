// A word of a line as dates know it. Folding a word costs ten times as much as finding it again, and a
// listing's lines share most of theirs: each thread remembers some thousands.
#pragma once

#include <span>
#include <string_view>

#include "extractors/fields/date_words.h"

namespace dekko {

struct KnownWord {
  std::span<const Meaning> own = {}, calendar = {};
  std::span<const Meaning> shortened = {};  // where it means nothing whole
  RoleSet roles = 0;                        // of own and calendar
  bool begins_name = false;                 // of several words
  bool ends_name = false;

  bool has_meaning() const { return !own.empty() || !calendar.empty(); }
};

KnownWord known_word(std::string_view word, WordBooks books);

}  // namespace dekko
