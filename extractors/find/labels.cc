#include "extractors/find/labels.h"

namespace dekko {

void Labels::note(const CardLines& card, const std::string& address) {
  for (const Line& line : card.lines) {
    const auto [found, fresh] = seen_.try_emplace(line.text, Seen{address});
    if (!fresh && found->second.address != address) found->second.elsewhere = true;
  }
}

bool Labels::has(const std::string& text) const {
  const auto found = seen_.find(text);
  return found != seen_.end() && found->second.elsewhere;
}

}  // namespace dekko
