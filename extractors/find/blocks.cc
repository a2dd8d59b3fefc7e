#include "extractors/find/blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "core/limits.h"
#include "extractors/find/item_titles.h"
#include "extractors/find/list_score.h"
#include "extractors/find/misfits.h"
#include "extractors/find/regions.h"
#include "extractors/find/short_titles.h"
#include "extractors/find/title_links.h"

namespace dekko {

namespace {

using Place = Outline::Place;

struct Candidate {
  RegionList list;
  ListScore score;
  bool announced = false;
};
using Announced = std::unordered_set<std::string_view>;
using Family = std::vector<Candidate>;

// Stretches that are taken, none over another.
class Taken {
 public:
  bool take(const Region& region) {
    const auto after = regions_.lower_bound(region.end);
    if (after != regions_.begin() && std::prev(after)->second.end > region.begin) return false;
    return regions_.emplace(region.begin, region).second;
  }
  const std::map<Place, Region>& regions() const { return regions_; }

 private:
  std::map<Place, Region> regions_;
};

// One family's lists as far as they are one listing: rows, months, a grid in two columns.
struct Listing {
  const Candidate* best = nullptr;
  RegionList regions = {};
  double total = 0;
};

// What one card may show less than another and still be of its kind.
constexpr double kLeastProse = 1.0 / 3;
constexpr double kLeastCard = 0.5;
constexpr double kLittleProse = 30;     // octets beside a title: so few tell nothing of the card's kind
constexpr double kAnnouncedWeight = 3;  // of a list that the page calls its items
constexpr uint32_t kLeadHeadings = 4;   // in a lead's box: its title, its kicker, copies of them

void set_aside(const Outline& outline, const RegionList& list, std::string_view why,
               std::vector<GroupNote>* notes) {
  if (notes != nullptr) notes->push_back(note_of(outline, list, score_of(outline, list), std::string(why)));
}

// Most of it is.
bool is_announced(const RegionList& list, const Announced& announced) {
  const auto is = [&](const Region& region) { return announced.contains(region.title.address); };
  return !announced.empty() && 2 * std::count_if(list.begin(), list.end(), is) > std::ssize(list);
}

std::vector<Family> candidates(const Outline& outline, const Landmarks& landmarks,
                               std::vector<LinkFamily>& families, const Announced& announced,
                               std::vector<GroupNote>* notes) {
  std::vector<Family> all;
  for (LinkFamily& family : families) {
    all.emplace_back();
    keep_one_an_item(outline, family);
    for (RegionList& list : region_lists(outline, landmarks, family)) {
      if (is_sidebar(outline, list)) {
        set_aside(outline, list, "the words over it name another list", notes);
        continue;
      }
      for (const Misfit& misfit : take_misfits(outline, list))
        set_aside(outline, {misfit.region}, misfit.why, notes);
      Candidate candidate{
          .list = {}, .score = score_of(outline, list), .announced = is_announced(list, announced)};
      if (candidate.announced) candidate.score.total *= kAnnouncedWeight;
      candidate.list = std::move(list);
      all.back().push_back(std::move(candidate));
    }
  }
  return all;
}

bool same_looks(const Outline& outline, Place a, Place b) {
  const Node one = outline.at(a).node, other = outline.at(b).node;
  return outline.at(a).parent == outline.at(b).parent && one.tag() == other.tag() && one.attribute("class") &&
         one.attribute("class") == other.attribute("class");
}

// Whether a list's titles stand in elements of the class that the container of the best has: one list for
// each ministry, each under its heading.
bool in_such_container(const Outline& outline, const Candidate& best, const Candidate& other) {
  const Outline::Entry& container = outline.at(best.list.front().container);
  const auto name = container.node.attribute("class");
  Place place = other.list.front().title.first;
  while (outline.at(place).depth > container.depth) place = outline.at(place).parent;
  const Node node = outline.at(place).node;
  return name && node.tag() == container.node.tag() && node.attribute("class") == name;
}

// A further container of the listing, not a sidebar under the same tags.
bool continues(const Outline& outline, const Candidate& best, const Candidate& other) {
  if (same_looks(outline, best.list.front().container, other.list.front().container)) return true;
  if (best.announced && !other.announced) return false;
  if (other.list.size() > 2 && best.score.dated > 0.8 && other.score.dated == 0) return false;
  const bool bare = best.score.prose < kLittleProse && in_such_container(outline, best, other);
  return (bare || other.score.prose >= best.score.prose * kLeastProse) &&
         std::abs(other.score.pictured - best.score.pictured) <= 0.5;
}

// Of a family that is not empty.
Listing assemble(const Outline& outline, const Family& family) {
  const auto less = [](const Candidate& a, const Candidate& b) { return a.score.total < b.score.total; };
  Listing listing;
  listing.best = &*std::max_element(family.begin(), family.end(), less);
  for (const Candidate& candidate : family) {
    if (&candidate != listing.best && !continues(outline, *listing.best, candidate)) continue;
    listing.total += candidate.score.total;
    listing.regions.insert(listing.regions.end(), candidate.list.begin(), candidate.list.end());
  }
  return listing;
}

template <class Test>
Listing best_of(const Outline& outline, const std::vector<Family>& families, const Test& may_be) {
  Listing best;
  for (const Family& family : families) {
    if (family.empty()) continue;
    Listing listing = assemble(outline, family);
    if (listing.total <= best.total) continue;
    if (!may_be(outline, listing.regions, score_of(outline, listing.regions))) continue;
    best = std::move(listing);
  }
  return best;
}

Listing best_listing(const Outline& outline, const std::vector<Family>& families) {
  Listing best = best_of(outline, families, may_be_listing);
  return best.best != nullptr ? best : best_of(outline, families, may_be_unlinked_titles);
}

bool is_like(const ListScore& score, const ListScore& best) {
  return score.prose >= best.prose * kLeastProse && score.a_card >= best.a_card * kLeastCard;
}

// A card of another shape among the others: a lead story, a post whose title is no heading.
std::optional<Region> odd_one(const Outline& outline, const Candidate& best, const Region& region) {
  const Place container = best.list.front().container;
  const Place title = region.title.first;
  if (!outline.holds(container, title) || container == title) return std::nullopt;
  const Place begin = outline.child_towards(container, title);
  Region odd{container, begin, outline.at(begin).end, region.title};
  const Region& first = best.list.front();
  const bool same_tag = outline.at(begin).node.tag() == outline.at(first.begin).node.tag();
  if (!same_tag || !is_like(score_of(outline, {odd}), best.score)) return std::nullopt;
  return odd;
}

// Whether an <h1> that is not the story's own stands in the box before it.
bool holds_page_title(const Outline& outline, Place box, Place story) {
  for (Place place = box; place < story; ++place) {
    if (outline.at(place).node.tag() == "h1" && !outline.holds(place, story)) return true;
  }
  return false;
}

// A story above the list in a box of its own, as rich as the cards in it.
std::optional<Region> lead(const Outline& outline, const Candidate& best, const Candidate& other) {
  const TitleLink& title = other.list.front().title;
  const Place list = best.list.front().container;
  if (other.list.size() > 1 || !title.heading || title.last > list) return std::nullopt;
  const Place shared = outline.common_ancestor(title.first, list);
  if (shared == list || shared == title.first) return std::nullopt;
  const Place begin = outline.child_towards(shared, title.first);
  if (outline.inside(begin).headings() > kLeadHeadings) return std::nullopt;
  const Region box{shared, begin, outline.at(begin).end, title};
  const ListScore score = score_of(outline, {box});
  const bool dated = best.score.dated < 0.5 || score.dated > 0;
  if (box.end > list || !dated || score.prose == 0 || !is_like(score, best.score)) return std::nullopt;
  return holds_page_title(outline, begin, title.first) ? std::nullopt : std::optional<Region>(box);
}

void take_odd_ones(const Outline& outline, const std::vector<Family>& families, const Candidate& best,
                   Taken& taken) {
  for (const Family& family : families) {
    for (const Candidate& other : family) {
      for (const Region& region : other.list) {
        if (auto odd = odd_one(outline, best, region)) taken.take(*odd);
      }
      if (auto above = lead(outline, best, other)) taken.take(*above);
    }
  }
}

// Each group that was not passed over, and why it is the listing or is not.
void explain(const Outline& outline, const std::vector<Family>& families, const Listing& listing,
             std::vector<GroupNote>& notes) {
  for (const Family& family : families) {
    for (const Candidate& candidate : family) {
      const auto same = [&](const Region& region) { return region.begin == candidate.list.front().begin; };
      const bool chosen = std::any_of(listing.regions.begin(), listing.regions.end(), same);
      const bool possible = may_be_listing(outline, candidate.list, candidate.score);
      std::string why = looks_of(outline, candidate.list, candidate.score);
      if (candidate.announced) why += "; the page's JSON-LD calls them its items";
      if (!chosen)
        why += possible ? "; less like a listing than the one that was chosen" : "; too little for cards";
      notes.push_back(note_of(outline, candidate.list, candidate.score, std::move(why)));
      notes.back().chosen = chosen;
    }
  }
  std::stable_sort(notes.begin(), notes.end(), [](const GroupNote& a, const GroupNote& b) {
    return a.chosen != b.chosen ? a.chosen : a.score > b.score;
  });
}

Block to_block(const Outline& outline, const Region& region) {
  const Node title = outline.at(region.title.first).node;
  Block block{
      .nodes = {}, .title = title, .address = std::string(region.title.address), .begin = region.begin};
  for (Place place = region.begin; place < region.end; place = outline.at(place).end) {
    block.nodes.push_back(outline.at(place).node);
  }
  return block;
}

}  // namespace

std::vector<Block> find_blocks(const Outline& outline, const Landmarks& landmarks, const Url& base,
                               const PageAddress& self, const std::vector<std::string>& announced,
                               std::vector<GroupNote>* notes) {
  FoundLinks links = link_families(outline, landmarks, base, self);
  adopt_short_titles(outline, links.families);
  const std::vector<Family> all =
      candidates(outline, landmarks, links.families, Announced(announced.begin(), announced.end()), notes);
  Listing listing = best_listing(outline, all);
  if (notes != nullptr) explain(outline, all, listing, *notes);
  if (listing.best == nullptr) return {};
  Taken taken;
  for (const Region& region : listing.regions) taken.take(region);
  take_odd_ones(outline, all, *listing.best, taken);
  std::vector<Block> blocks;
  for (const auto& [begin, region] : taken.regions()) {
    if (blocks.size() <= limits::kCards) blocks.push_back(to_block(outline, region));
  }
  return blocks;
}

}  // namespace dekko
