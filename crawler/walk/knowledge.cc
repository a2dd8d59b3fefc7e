#include "crawler/walk/knowledge.h"

#include <algorithm>

namespace dekko {

namespace {

// Half a page of ten: five cards in their order are no chance, and a page that begins with new posts has them.
constexpr size_t kPairs = 4;

}  // namespace

int Knowledge::number(const std::string& url) {
  const auto [entry, fresh] = numbers_.emplace(url, static_cast<int>(names_.size()));
  if (fresh) {
    names_.push_back(url);
    places_.emplace_back();
  }
  return entry->second;
}

int Knowledge::number_of(const std::string& url) const {
  const auto entry = numbers_.find(url);
  return entry == numbers_.end() ? kNone : entry->second;
}

void Knowledge::saw(const Look& look) {
  for (size_t i = 0; i < look.urls.size(); ++i) {
    const int card = number(look.urls[i]);
    if (i == 0) continue;
    const int above = number(look.urls[i - 1]);
    if (above == card) continue;
    if (places_[static_cast<size_t>(card)].above != above) below_.emplace(above, card);
    if (places_[static_cast<size_t>(above)].below != card) above_.emplace(card, above);
    places_[static_cast<size_t>(card)].above = above;
    places_[static_cast<size_t>(above)].below = card;
  }
}

bool Knowledge::neighbours(const std::string& above, const std::string& below) const {
  const int a = number_of(above), b = number_of(below);
  return a != kNone && b != kNone && places_[static_cast<size_t>(a)].below == b;
}

bool Knowledge::reaches(const std::vector<std::string>& urls) const {
  if (urls.size() < 2) return false;
  size_t pairs = 0;
  bool broken = false;
  for (size_t i = urls.size() - 1; i > 0 && pairs < kPairs; --i) {
    if (neighbours(urls[i - 1], urls[i])) {
      ++pairs;
    } else if (!broken && knows(urls[i - 1]) && knows(urls[i])) {
      broken = true;
    } else {
      break;
    }
  }
  return pairs >= std::min(kPairs, urls.size() - 1);
}

// The cards that stood next to this one in one direction, and next to those, and are not shown.
void Knowledge::gather(int card, int Place::*towards, const std::vector<int>& shown, std::vector<int>& absent) const {
  const auto& beside = towards == &Place::above ? below_ : above_;
  std::vector<int> open{card};
  while (!open.empty() && absent.size() <= shown.size()) {
    const auto [begin, end] = beside.equal_range(open.back());
    const int from = open.back();
    open.pop_back();
    for (auto entry = begin; entry != end; ++entry) {
      const int other = entry->second;
      const bool still = places_[static_cast<size_t>(other)].*towards == from;
      if (!still || std::find(shown.begin(), shown.end(), other) != shown.end()) continue;
      if (std::find(absent.begin(), absent.end(), other) != absent.end()) continue;
      absent.push_back(other);
      open.push_back(other);
    }
  }
}

std::vector<std::string> Knowledge::absent_from(const std::vector<std::string>& urls) const {
  std::vector<int> shown, absent;
  for (const std::string& url : urls) shown.push_back(number_of(url));
  for (size_t i = 1; i + 2 < urls.size(); ++i) {
    const bool torn = shown[i] != kNone && shown[i + 1] != kNone && !neighbours(urls[i], urls[i + 1]);
    if (!torn || !neighbours(urls[i - 1], urls[i]) || !neighbours(urls[i + 1], urls[i + 2])) continue;
    gather(shown[i], &Place::above, shown, absent);
    gather(shown[i + 1], &Place::below, shown, absent);
  }
  std::vector<std::string> names;
  for (const int card : absent) names.push_back(names_[static_cast<size_t>(card)]);
  return names;
}

int Knowledge::newcomers_in(const std::vector<std::string>& urls) const {
  int newcomers = 0;
  for (size_t i = 0; i < urls.size(); ++i) {
    if (i == 0 || knows(urls[i]) || !knows(urls[i - 1])) continue;
    size_t end = i;
    while (end < urls.size() && !knows(urls[end])) ++end;
    if (end < urls.size() && neighbours(urls[i - 1], urls[end])) newcomers += static_cast<int>(end - i);
  }
  return newcomers;
}

}  // namespace dekko
