#include "extractors/find/flat_list.h"

#include <algorithm>
#include <vector>

namespace dekko {

namespace {

using Place = Outline::Place;

// A kicker, in octets: "Inter-Korean Relations" is the longest seen.
constexpr size_t kKickerOctets = 24;
// A line that is a date, with a topic beside it: "2024年3月19日 くらし" has 25.
constexpr size_t kDateOctets = 36;
// Siblings that one card can consist of; flat cards seen have two to seven.
constexpr size_t kMostParts = 40;

// Sibling places in [begin, end) that show something.
std::vector<Place> shown(const Outline& outline, Place begin, Place end) {
  std::vector<Place> parts;
  for (Place place = begin; place < end; place = outline.at(place).end) {
    const Outline::Sums sums = outline.inside(place);
    if (sums.text > 0 || sums.images > 0 || outline.at(place).node.tag() == "hr") parts.push_back(place);
  }
  return parts;
}

bool is_rule(const Outline& outline, Place place) {
  return outline.at(place).node.tag() == "hr";
}

bool is_kicker(const Outline& outline, Place place) {
  const Outline::Sums sums = outline.inside(place);
  return sums.text <= kKickerOctets && sums.dates == 0;
}

size_t first_dated(const Outline& outline, const std::vector<Place>& parts) {
  const auto dated = [&](Place place) { return outline.inside(place).dates > 0; };
  return static_cast<size_t>(std::find_if(parts.begin(), parts.end(), dated) - parts.begin());
}

// Whether what stands behind the date is prose: the card goes on there.
bool goes_on_after_date(const Outline& outline, const std::vector<Place>& parts) {
  const size_t next = first_dated(outline, parts) + 1;
  return next < parts.size() && outline.inside(parts[next]).dates == 0 && !is_kicker(outline, parts[next]);
}

// The last card of a <dl> ends where the list does: what stands behind its date leads up to nothing.
bool ends_after_date(const Outline& outline, const Region& last) {
  if (outline.at(last.container).node.tag() != "dl") return false;
  const std::vector<Place> parts = shown(outline, last.end, outline.at(last.container).end);
  const size_t next = first_dated(outline, parts) + 1;
  return next < parts.size() && outline.inside(parts[next]).dates == 0;
}

// Where in a card its date stands, as far as it tells which card a part belongs to.
enum class DateAt { kEnd, kBeforeDek, kTop };

size_t last_dated(const Outline& outline, const std::vector<Place>& parts) {
  const auto dated = [&](Place place) { return outline.inside(place).dates > 0; };
  return static_cast<size_t>(parts.rend() - std::find_if(parts.rbegin(), parts.rend(), dated));
}

// A heading between cards whose titles are none stands over those behind it: "March 2024".
std::vector<Place>::const_iterator group_heading(const Outline& outline, const std::vector<Place>& parts) {
  return std::find_if(parts.begin(), parts.end(),
                      [&](Place place) { return outline.inside(place).headings() > 0; });
}

// How many of the parts between two titles belong to the one before: up to the last date, and prose after it.
size_t share_of_former(const Outline& outline, const std::vector<Place>& parts, DateAt date_at) {
  if (date_at == DateAt::kTop && last_dated(outline, parts) > 0) return last_dated(outline, parts) - 1;
  size_t least = 1;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (is_rule(outline, parts[i])) return i + 1;
    if (outline.inside(parts[i]).dates > 0) least = i + 1;
  }
  if (date_at == DateAt::kBeforeDek) least = std::max(least, first_dated(outline, parts) + 2);
  size_t share = parts.size();
  while (share > least && is_kicker(outline, parts[share - 1])) --share;
  return share;
}

// What an element that shows one thing only shows.
Place inmost(const Outline& outline, Place place) {
  for (;;) {
    const std::vector<Place> parts = shown(outline, place + 1, outline.at(place).end);
    if (parts.size() != 1) return place;
    place = parts.front();
  }
}

bool ends_list(const Outline& outline, const Landmarks& landmarks, Place place) {
  return landmarks.is_frame(place) || landmarks.is_frame(inmost(outline, place)) || is_rule(outline, place) ||
         outline.inside(place).headings() > 0;
}

// Whether a date stands right before the first title and none after the last.
bool dates_lead(const Outline& outline, const Landmarks& landmarks, const RegionList& list) {
  Place before = outline.previous_sibling(list.front().begin);
  while (before != Outline::kNowhere && shown(outline, before, outline.at(before).end).empty())
    before = outline.previous_sibling(before);
  if (before == Outline::kNowhere || ends_list(outline, landmarks, before)) return false;
  if (outline.inside(before).dates == 0 || outline.inside(before).text > kDateOctets) return false;
  const Region& last = list.back();
  const Place limit = outline.at(last.container).end;
  for (Place place = last.begin; place < limit; place = outline.at(place).end) {
    if (place >= last.end && ends_list(outline, landmarks, place)) break;
    if (outline.inside(place).dates > 0 && outline.inside(place).text <= kDateOctets) return false;
  }
  return true;
}

DateAt date_at(const Outline& outline, const Landmarks& landmarks, const RegionList& list,
               const std::vector<std::vector<Place>>& gaps) {
  if (dates_lead(outline, landmarks, list)) return DateAt::kTop;
  const auto goes_on = [&](const auto& parts) { return goes_on_after_date(outline, parts); };
  const bool inside = std::any_of(gaps.begin(), gaps.end(), goes_on) || ends_after_date(outline, list.back());
  return inside ? DateAt::kBeforeDek : DateAt::kEnd;
}

// What follows the last title, as far as the cards before it went.
void spread_last(const Outline& outline, const Landmarks& landmarks, Region& last, size_t most) {
  const Place limit = outline.at(last.container).end;
  for (size_t taken = 0; taken < most && last.end < limit; last.end = outline.at(last.end).end) {
    if (ends_list(outline, landmarks, last.end)) return;
    if (!shown(outline, last.end, outline.at(last.end).end).empty()) ++taken;
  }
}

// What leads up to the first title, as far as it did for the others.
void spread_first(const Outline& outline, const Landmarks& landmarks, Region& first, size_t most, DateAt at) {
  Place place = outline.previous_sibling(first.begin);
  for (size_t taken = 0; taken < most && place != Outline::kNowhere;
       place = outline.previous_sibling(place)) {
    if (shown(outline, place, outline.at(place).end).empty()) continue;
    const bool leads = is_kicker(outline, place) || (at == DateAt::kTop && outline.inside(place).dates > 0);
    if (ends_list(outline, landmarks, place) || !leads) return;
    first.begin = place;
    ++taken;
  }
}

}  // namespace

void spread_over_flat_list(const Outline& outline, const Landmarks& landmarks, RegionList& list) {
  size_t spoken = 0, most_after = 0, most_before = 0;
  std::vector<std::vector<Place>> gaps;
  for (size_t k = 0; k + 1 < list.size(); ++k) {
    gaps.push_back(shown(outline, list[k].end, list[k + 1].begin));
    spoken += gaps.back().empty() ? 0 : 1;
  }
  if (gaps.empty() || spoken * 2 < gaps.size()) return;
  const DateAt at = date_at(outline, landmarks, list, gaps);
  for (size_t k = 0; k < gaps.size(); ++k) {
    const std::vector<Place>& parts = gaps[k];
    if (parts.empty() || parts.size() > kMostParts) continue;
    const auto heading = list[k].title.heading ? parts.end() : group_heading(outline, parts);
    const bool grouped = heading != parts.end();
    const size_t share = grouped ? size_t(heading - parts.begin()) : share_of_former(outline, parts, at);
    const size_t led = grouped ? share + 1 : share;  // where what leads up to the next begins
    list[k].end = share == 0 ? list[k].end : outline.at(parts[share - 1]).end;
    if (led < parts.size()) list[k + 1].begin = parts[led];
    most_after = std::max(most_after, share);
    most_before = std::max(most_before, parts.size() - std::min(led, parts.size()));
  }
  spread_last(outline, landmarks, list.back(), most_after);
  spread_first(outline, landmarks, list.front(), most_before, at);
}

}  // namespace dekko
