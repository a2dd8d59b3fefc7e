// In what two readings of one page differ, field by field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/page.h"

namespace dekko {

class CardDifferences {
 public:
  // Cards are told apart by their addresses. Whether these pages differ.
  bool compare(const std::string& where, const std::vector<Card>& before, const std::vector<Card>& after);

  int pages() const { return pages_; }
  int pages_that_differ() const { return differing_; }
  // "bylines: 12 cards", a line each with the first few of them, before and after. Empty if nothing differs.
  std::string text() const;

 private:
  void note(const std::string& field, const std::string& example);

  int pages_ = 0, differing_ = 0;
  struct Difference {
    int cards = 0;
    std::vector<std::string> examples = {};
  };
  std::map<std::string, Difference> by_field_;
};

}  // namespace dekko
