// One headline from the copies that a card shows of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dekko {

struct Headline {
  std::string text;       // the first copy, or where that is cut with an ellipsis, the one that completes it
  bool disagree = false;  // copies differ by more than typography
};

// `copies` in order of trust (heading, link text, image alt, title attribute). Empty ones do not count.
std::optional<Headline> agree_on_headline(const std::vector<std::string>& copies);

}  // namespace dekko
