#include "extractors/find/misfits.h"

#include <algorithm>
#include <array>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr size_t kCards = 4;        // from so many on a list shows what its cards have
constexpr size_t kMostMisfits = 3;  // at most one region in so many
constexpr uint64_t kBare = 4;       // what says a quarter of the usual beside its title says nothing
constexpr uint32_t kLabelOctets = 24;

// What sites have to say over what they were paid for, folded.
constexpr std::array<std::string_view, 12> kLabels = {
    "ad",      "advert",    "advertisement", "advertorial", "sponsored", "sponsored content",
    "anzeige", "publicite", "publicidad",    "pubblicita",  "promoted",  "реклама"};

bool is_dated(const Outline& outline, const Region& region) {
  return outline.between(region.begin, region.end).dates > 0;
}

bool is_labelled(const Outline& outline, const Region& region) {
  for (Place place = region.begin; place < region.end; ++place) {
    if (!outline.at(place).node.is_text() || outline.inside(place).text > kLabelOctets) continue;
    const std::string key = fold_key(outline.at(place).node.text());
    if (std::find(kLabels.begin(), kLabels.end(), key) != kLabels.end()) return true;
  }
  return false;
}

uint32_t beside_title(const Outline& outline, const Region& region) {
  const uint32_t all = outline.between(region.begin, region.end).text;
  return all - std::min<uint32_t>(all, static_cast<uint32_t>(region.title.text));
}

// Nothing but a link, and at most a pager before it.
bool is_bare(const Outline& outline, const RegionList& list, const Region& region) {
  const Outline::Sums sums = outline.between(region.begin, region.end);
  if (sums.dates > 0 || sums.images > 0 || sums.headings() > 0) return false;
  uint64_t usual = 0;
  for (const Region& other : list) usual += beside_title(outline, other);
  return beside_title(outline, region) * kBare * list.size() <= usual;
}

// Why a region of a list is no card; empty where it is one. `dated`: whether the cards have dates.
std::string_view fault(const Outline& outline, const RegionList& list, const Region& region, bool dated) {
  const bool undated = dated && !is_dated(outline, region);
  const bool paid = !region.title.own_site && (undated || is_labelled(outline, region));
  if (paid) return "an advertisement among the cards";
  const bool last = region.begin == list.back().begin;
  return last && undated && is_bare(outline, list, region) ? "a link below the cards" : "";
}

}  // namespace

std::vector<Misfit> take_misfits(const Outline& outline, RegionList& list) {
  if (list.size() < kCards) return {};
  const auto own_dated = [&](const Region& r) { return is_dated(outline, r) && r.title.own_site; };
  const auto dated = static_cast<size_t>(std::count_if(list.begin(), list.end(), own_dated));
  const bool have_dates = dated * kMostMisfits >= list.size() * (kMostMisfits - 1);
  std::vector<Misfit> misfits;
  for (const Region& region : list) {
    const std::string_view why = fault(outline, list, region, have_dates);
    if (!why.empty()) misfits.push_back({region, why});
  }
  if (misfits.size() * kMostMisfits > list.size()) return {};
  auto next = misfits.begin();
  std::erase_if(list, [&](const Region& region) {
    const bool is_next = next != misfits.end() && next->region.begin == region.begin;
    next += is_next ? 1 : 0;
    return is_next;
  });
  return misfits;
}

}  // namespace dekko
