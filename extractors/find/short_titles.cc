#include "extractors/find/short_titles.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr size_t kFamily = 3;  // titles that show what is usual
constexpr size_t kExceptions =
    2;  // one in so many more may be short where cards have no element of their own

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

// How many may be short. An author's link stands in the card of a title; where nothing holds a card together,
// only their number tells them from titles: authors are as many.
size_t most_short(const Outline& outline, const LinkFamily& titles) {
  const bool boxed = outline.at(titles.front().first).depth > usual_depth(outline, titles) + 1;
  return boxed ? titles.size() - 1 : titles.size() / kExceptions;
}

size_t mean_text(const LinkFamily& family) {
  size_t sum = 0;
  for (const TitleLink& title : family) sum += title.text;
  return sum / family.size();
}

// Families whose links stand under the same tags: at most one for each kind and weight, so comparing them all
// costs no more than the page has links.
std::map<uint64_t, std::vector<LinkFamily*>> by_place(const Outline& outline,
                                                      std::vector<LinkFamily>& families) {
  std::map<uint64_t, std::vector<LinkFamily*>> places;
  for (LinkFamily& family : families) places[outline.at(family.front().first).path].push_back(&family);
  return places;
}

void adopt(const Outline& outline, LinkFamily& titles, const std::vector<LinkFamily*>& beside) {
  const size_t usual = mean_text(titles), most = most_short(outline, titles);
  LinkFamily joined;
  for (const LinkFamily* others : beside) {
    const size_t text = mean_text(*others);
    if (text == 0 || text >= usual || others->front().heading != titles.front().heading) continue;
    const LinkFamily found = short_ones(outline, titles, *others);
    if (found.size() <= most) joined.insert(joined.end(), found.begin(), found.end());
  }
  titles.insert(titles.end(), joined.begin(), joined.end());
  std::sort(titles.begin(), titles.end(), is_before);
}

}  // namespace

void adopt_short_titles(const Outline& outline, std::vector<LinkFamily>& families) {
  for (const auto& [place, beside] : by_place(outline, families)) {
    for (LinkFamily* titles : beside) {
      if (titles->size() >= kFamily && beside.size() > 1) adopt(outline, *titles, beside);
    }
  }
}

}  // namespace dekko
