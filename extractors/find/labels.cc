#include "extractors/find/labels.h"

namespace dekko {

namespace {

constexpr size_t kSentenceBytes = 40;  // of a text that is too long to be a label by chance

}  // namespace

void Labels::note(const CardLines& card, const std::string& address) {
  ++cards_;
  for (const Line& line : card.lines) {
    const auto [found, fresh] = seen_.try_emplace(line.text, Seen{address});
    if (fresh || found->second.address == address) continue;
    found->second.address = address;
    ++found->second.cards;
  }
}

bool Labels::has(std::string_view text) const {
  const auto found = seen_.find(text);
  if (found == seen_.end() || found->second.cards < 2) return false;
  return text.size() < kSentenceBytes || found->second.cards * 2 > cards_;
}

}  // namespace dekko
