// What several cards of a page say word for word ("Read more", "5 min read") tells nothing of any of them.
// Two are enough for a few words; a whole sentence, which two stories may share by chance, is a label where
// most cards say it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/find/lines.h"

namespace dekko {

class Labels {
 public:
  // Notes the lines of one card, known by its address: the same card twice makes no label. Both must outlive
  // this.
  void note(const CardLines& card, const std::string& address);
  bool has(std::string_view text) const;
  // Whether most cards say the same with another number: "6 min read".
  bool counts(std::string_view text) const;

 private:
  struct Seen {
    std::string_view address;  // of the last card that said it
    int cards = 1;
  };
  int cards_ = 0;
  std::unordered_map<std::string_view, Seen> seen_;
  std::unordered_map<std::string, Seen> numbered_;  // short texts without their numbers
};

}  // namespace dekko
