// What became of a text, word by word; in scripts without spaces letter by letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

struct WordEdit {
  enum class Kind { kKept, kGone, kAdded };
  Kind kind = Kind::kKept;
  std::string text;  // with the space that follows its last word
  bool operator==(const WordEdit&) const = default;
};

// The longest common sequence of words kept; neighbours of one kind are joined, and what is gone stands
// before what is added. Texts over kDiffWords words that differ in the middle are told as gone and added as a
// whole there.
std::vector<WordEdit> word_diff(std::string_view before, std::string_view after);

}  // namespace dekko
