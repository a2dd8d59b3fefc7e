#include "extractors/html/match_memory.h"

#include <algorithm>

#include "extractors/html/gumbo_node.h"

namespace dekko::css {

namespace {

// The last element has the highest number.
size_t count_elements(const GumboNode* page) {
  while (page->parent) page = page->parent;
  const GumboNode* last = page;
  size_t count = 0;
  while (!contents(last).empty()) {
    last = contents(last).back();
    while (last && !is_element(last)) last = previous(last);
    if (!last) break;
    count = number_of(last) + 1;
  }
  return count;
}

}  // namespace

void MatchMemory::lose_patience() {
  if (elements_ == 0) {
    elements_ = count_elements(page_);
    patience_ = std::max(steps_, elements_);
  }
  open_ = steps_ >= patience_;
}

std::optional<uint32_t> MatchMemory::recall(size_t question, const GumboNode* element) const {
  const std::vector<uint32_t>& table = tables_[question];
  if (table.empty() || table[number_of(element)] == kUnknown) return std::nullopt;
  return table[number_of(element)];
}

void MatchMemory::remember(size_t question, const GumboNode* element, uint32_t answer) {
  if (!open_) return;
  std::vector<uint32_t>& table = tables_[question];
  if (table.empty()) table.resize(elements_, kUnknown);
  table[number_of(element)] = answer;
}

}  // namespace dekko::css
