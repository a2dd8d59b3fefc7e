#include "extractors/find/short_titles.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr size_t kFamily = 3;      // titles that show what is usual
constexpr size_t kExceptions = 2;  // one in so many more may be short; authors are as many as titles

bool is_before(const TitleLink& a, const TitleLink& b) {
  return a.first < b.first;
}

uint32_t depth_between(const Outline& outline, const TitleLink& a, const TitleLink& b) {
  return outline.at(outline.common_ancestor(a.last, b.first)).depth;
}

// How deep the element is that two neighbours of a family mostly share.
uint32_t usual_depth(const Outline& outline, const LinkFamily& family) {
  std::map<uint32_t, size_t> count;
  for (size_t k = 0; k + 1 < family.size(); ++k) ++count[depth_between(outline, family[k], family[k + 1])];
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(count.begin(), count.end(), fewer)->first;
}

// The element of this depth around a link, by its looks.
std::string looks_of(const Outline& outline, const TitleLink& link, uint32_t depth) {
  Place place = link.first;
  while (outline.at(place).depth > depth) place = outline.at(place).parent;
  const Node node = outline.at(place).node;
  return std::string(node.tag()) + "." + std::string(node.attribute("class").value_or(""));
}

// The links that stand in elements of their own beside the titles'.
LinkFamily short_ones(const Outline& outline, const LinkFamily& titles, const LinkFamily& others) {
  const uint32_t usual = usual_depth(outline, titles);
  std::set<std::string> looks;
  for (const TitleLink& title : titles) looks.insert(looks_of(outline, title, usual + 1));
  LinkFamily found;
  for (const TitleLink& link : others) {
    const auto next = std::lower_bound(titles.begin(), titles.end(), link, is_before);
    const bool after = next == titles.begin() || depth_between(outline, *std::prev(next), link) <= usual;
    if (next != titles.end() && link.last > next->first) continue;  // a link that several cards repeat
    const bool before = next == titles.end() || depth_between(outline, link, *next) <= usual;
    if (after && before && looks.contains(looks_of(outline, link, usual + 1))) found.push_back(link);
  }
  return found;
}

bool under_same_tags(const Outline& outline, const LinkFamily& a, const LinkFamily& b) {
  return outline.at(a.front().first).path == outline.at(b.front().first).path &&
         a.front().heading == b.front().heading;
}

size_t mean_text(const LinkFamily& family) {
  size_t sum = 0;
  for (const TitleLink& title : family) sum += title.text;
  return sum / family.size();
}

}  // namespace

void adopt_short_titles(const Outline& outline, std::vector<LinkFamily>& families) {
  for (LinkFamily& titles : families) {
    if (titles.size() < kFamily) continue;
    LinkFamily joined;
    for (const LinkFamily& others : families) {
      const bool shorter =
          &others != &titles && mean_text(others) > 0 && mean_text(others) < mean_text(titles);
      if (!shorter || !under_same_tags(outline, titles, others)) continue;
      const LinkFamily found = short_ones(outline, titles, others);
      if (found.size() * kExceptions <= titles.size())
        joined.insert(joined.end(), found.begin(), found.end());
    }
    titles.insert(titles.end(), joined.begin(), joined.end());
    std::sort(titles.begin(), titles.end(), is_before);
  }
}

}  // namespace dekko
