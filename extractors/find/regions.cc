#include "extractors/find/regions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "extractors/find/flat_list.h"

namespace dekko {

namespace {

using Place = Outline::Place;

// Where a title is no heading itself, lower ones than this may stand over it as kickers.
constexpr int kLeastTitleRank = 4;
constexpr int kHeadingReach = 4;  // elements between a heading and its link

int title_rank(const Outline& outline, const TitleLink& title) {
  if (!title.heading) return kLeastTitleRank;
  for (Place place = title.first; place < outline.at(title.first).end; ++place) {
    if (is_heading(outline.at(place).node)) return heading_rank(outline.at(place).node);
  }
  Place above = title.first;
  for (int i = 0; i < kHeadingReach && above != Outline::kNowhere; ++i, above = outline.at(above).parent) {
    if (is_heading(outline.at(above).node)) return heading_rank(outline.at(above).node);
  }
  return kLeastTitleRank;
}

// The largest element around a lone title that still holds one thing: no heading beside it as high as its
// own, and nothing of the page's frame.
Place lone_region(const Outline& outline, const Landmarks& landmarks, const TitleLink& title) {
  const int rank = title_rank(outline, title);
  const uint32_t own = title.heading ? 1 : 0;
  Place place = outline.common_ancestor(title.first, title.last);
  while (outline.at(place).parent != Outline::kNowhere) {
    const Place above = outline.at(place).parent;
    const Outline::Entry& entry = outline.at(above);
    if (entry.depth == 0 || entry.node.tag() == "main") break;
    if (outline.inside(above).headings(rank) > own || landmarks.frames_within(above, entry.end)) break;
    place = above;
  }
  return place;
}

Region region_at(const Outline& outline, Place begin, Place last, const TitleLink& title) {
  return {outline.at(begin).parent, begin, outline.at(last).end, title};
}

// A title whose copies only the page as a whole holds has no element of its own: it is what stands from one
// to the other.
Region lone(const Outline& outline, const Landmarks& landmarks, const TitleLink& title) {
  const Place place = lone_region(outline, landmarks, title);
  if (outline.at(place).parent != Outline::kNowhere) return region_at(outline, place, place, title);
  return region_at(outline, outline.child_towards(place, title.first),
                   outline.child_towards(place, title.last), title);
}

const Region& smaller(const Outline& outline, const Region& a, const Region& b) {
  return outline.at(a.begin).depth >= outline.at(b.begin).depth ? a : b;
}

Place deeper(const Outline& outline, Place a, Place b) {
  return outline.at(a).depth >= outline.at(b).depth ? a : b;
}

// Bounded by the neighbours: the container is the deepest element that this title shares with one of them.
Region between_neighbours(const Outline& outline, const Landmarks& landmarks, const LinkFamily& family,
                          size_t k) {
  const TitleLink& title = family[k];
  Place container = 0;
  if (k > 0) container = outline.common_ancestor(family[k - 1].last, title.first);
  if (k + 1 < family.size()) {
    container = deeper(outline, container, outline.common_ancestor(title.last, family[k + 1].first));
  }
  // A link that two neighbouring cards share (their author's) belongs to neither: what holds it all has both.
  const Place whole = outline.common_ancestor(title.first, title.last);
  container = outline.common_ancestor(container, whole);
  if (container == title.first) return lone(outline, landmarks, title);
  return region_at(outline, outline.child_towards(container, title.first),
                   outline.child_towards(container, title.last), title);
}

uint32_t height(const Outline& outline, const Region& region) {
  return outline.at(region.title.first).depth - outline.at(region.begin).depth;
}

uint32_t usual_height(const Outline& outline, const std::vector<Region>& regions) {
  std::map<uint32_t, size_t> count;
  for (const Region& region : regions) ++count[height(outline, region)];
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(count.begin(), count.end(), fewer)->first;
}

bool shows_only_title(const Outline& outline, const Region& region) {
  const Outline::Sums sums = outline.between(region.begin, region.end);
  return sums.dates == 0 && sums.images == 0 && sums.text <= region.title.text;
}

// A card alone in its row has no neighbour to bound it: it is cut to the height of the others, unless nothing
// but its title stands at that height.
void cut_to_height(const Outline& outline, const Landmarks& landmarks, Region& region, uint32_t usual) {
  Place begin = region.title.first;
  for (uint32_t i = 0; i < usual; ++i) begin = outline.at(begin).parent;
  if (!outline.holds(begin, region.title.last)) return;
  Region cut = region_at(outline, begin, begin, region.title);
  if (shows_only_title(outline, cut)) cut = smaller(outline, region, lone(outline, landmarks, region.title));
  region = cut;
}

// A pair of links is too few to tell cards from two columns of the page: neither grows over another heading.
Region region_of(const Outline& outline, const Landmarks& landmarks, const LinkFamily& family, size_t k) {
  if (family.size() == 1) return lone(outline, landmarks, family[k]);
  Region region = between_neighbours(outline, landmarks, family, k);
  return family.size() > 2 ? region : smaller(outline, region, lone(outline, landmarks, family[k]));
}

std::vector<Region> regions_of(const Outline& outline, const Landmarks& landmarks, const LinkFamily& family) {
  std::vector<Region> regions;
  regions.reserve(family.size());
  for (size_t k = 0; k < family.size(); ++k) regions.push_back(region_of(outline, landmarks, family, k));
  const uint32_t usual = usual_height(outline, regions);
  for (Region& region : regions) {
    if (family.size() > 2 && height(outline, region) > usual)
      cut_to_height(outline, landmarks, region, usual);
  }
  return regions;
}

}  // namespace

std::vector<RegionList> region_lists(const Outline& outline, const Landmarks& landmarks,
                                     const LinkFamily& family) {
  std::vector<RegionList> lists;
  const std::vector<Region> regions = regions_of(outline, landmarks, family);
  for (auto begin = regions.begin(); begin != regions.end();) {
    const auto outside = [begin](const Region& region) { return region.container != begin->container; };
    const auto end = std::find_if(begin, regions.end(), outside);
    lists.emplace_back(begin, end);
    begin = end;
  }
  for (RegionList& list : lists) spread_over_flat_list(outline, landmarks, list);
  return lists;
}

}  // namespace dekko
