// Words and what they mean, while they are gathered: dekko's own at its start, the world's when it is built.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/fields/date_words.h"

namespace dekko {

class WordBook {
 public:
  // Leaves out what is an abbreviation of too much: one letter.
  void add(std::string_view word, WordRole role, int value, size_t language);

  const std::map<std::string, std::vector<Meaning>>& words() const { return words_; }  // by key

 private:
  std::map<std::string, std::vector<Meaning>> words_;
};

}  // namespace dekko
