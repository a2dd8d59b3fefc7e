#include "extractors/fields/headline.h"

#include <algorithm>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

bool is_cut(const std::string& text) {
  return without_ellipsis(text).size() < text.size();
}

// The whole of what `first` begins: a copy that is not cut, else the longest.
const std::string& whole_of(const std::string& first, const std::vector<std::string>& copies) {
  const std::string* best = &first;
  for (const std::string& copy : copies) {
    if (!says_the_same(first, copy)) continue;
    if (!is_cut(copy)) return copy;
    if (copy.size() > best->size()) best = &copy;
  }
  return *best;
}

}  // namespace

std::optional<Headline> agree_on_headline(const std::vector<std::string>& copies) {
  std::vector<std::string> told;
  for (const std::string& copy : copies) {
    if (std::string text = collapse_space(copy); !text.empty()) told.push_back(std::move(text));
  }
  if (told.empty()) return std::nullopt;
  const std::string& best = is_cut(told.front()) ? whole_of(told.front(), told) : told.front();
  const auto differs = [&best](const std::string& copy) { return !says_the_same(best, copy); };
  return Headline{.text = best, .disagree = std::any_of(told.begin(), told.end(), differs)};
}

}  // namespace dekko
