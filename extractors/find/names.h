// Telling a line of names from a line of prose. A date ends both: only the first is a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text_hash.h"
#include "extractors/fields/bylines.h"

namespace dekko {

// What a page's lines are asked again and again; the answers are kept.
class NameTest {
 public:
  // `rules` must outlive this.
  explicit NameTest(const BylineRules& rules);

  // Whether every part between separators could be a person or a house: one to five words, each with a
  // capital or in a script that has none, no digits, nothing that ends a sentence. True for doubled and glued
  // names, false for nothing.
  bool reads_as_names(std::string_view text);

 private:
  bool all_names(std::string_view text) const;

  const BylineRules& rules_;
  std::vector<std::string> bars_;  // what stands between names
  TextMap<bool> known_;
};

// "By Jane Doe": a prefix of the rules stands before it.
bool has_byline_prefix(std::string_view text, const BylineRules& rules);

}  // namespace dekko
