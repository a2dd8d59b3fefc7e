#include "crawler/walk/chain.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <unordered_set>

namespace dekko {

Chain::CardId Chain::id_of(const std::string& url) {
  return std::hash<std::string>{}(url) | 2;  // 0 and 1 are the listing's own ends
}

std::vector<Chain::Sighted> Chain::read(const Look& look) const {
  std::vector<Sighted> cards;
  std::unordered_set<CardId> met;
  const auto size = static_cast<int64_t>(std::max(page_size_, look.urls.size()));
  int64_t place = (look.page - 1) * size;
  if (look.page == 1) cards.push_back({kTop, -1, now_});
  for (const std::string& url : look.urls) {
    const CardId id = id_of(url);
    if (!floating_.contains(id) && met.insert(id).second) cards.push_back({id, place, now_});
    ++place;
  }
  if (look.last) cards.push_back({kEnd, place, now_});
  return cards;
}

Chain::Spot Chain::spot_of(CardId id) const {
  const int key = where_.at(id);
  const std::vector<Sighted>& cards = stretches_.at(key).cards;
  const auto at =
      std::find_if(cards.begin(), cards.end(), [&](const Sighted& card) { return card.id == id; });
  return {key, static_cast<size_t>(at - cards.begin())};
}

bool Chain::is_last(const Spot& spot) const {
  return spot.index + 1 == stretches_.at(spot.stretch).cards.size();
}

std::vector<Chain::Anchor> Chain::anchors_in(const std::vector<Sighted>& look) const {
  std::vector<Anchor> anchors;
  for (size_t i = 0; i < look.size(); ++i) {
    if (has(look[i].id)) anchors.push_back({i, spot_of(look[i].id)});
  }
  return anchors;
}

// Whether b stands below a, and not further than `reach` known cards.
bool Chain::near(const Spot& a, const Spot& b, size_t reach) const {
  if (!(a < b)) return false;
  size_t between = 0;
  size_t from = a.index + 1;
  for (auto stretch = stretches_.find(a.stretch); stretch != stretches_.end(); ++stretch, from = 0) {
    if (stretch->first == b.stretch) return between + b.index - from <= reach;
    between += stretch->second.cards.size() - from;
    if (between > reach) return false;
  }
  return false;
}

// The most anchors that stand in the listing's order, close to each other; of equals the last. The others are
// cards that do not move with the rest.
std::vector<Chain::Anchor> Chain::longest(const std::vector<Anchor>& anchors, size_t reach) const {
  std::vector<size_t> length(anchors.size(), 1), before(anchors.size(), anchors.size());
  size_t best = 0;
  for (size_t i = 0; i < anchors.size(); ++i) {
    for (size_t j = i; j-- > 0;) {
      if (length[j] + 1 > length[i] && near(anchors[j].spot, anchors[i].spot, reach)) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
    }
    if (length[i] >= length[best]) best = i;
  }
  std::vector<Anchor> joint;
  for (size_t i = best; i < anchors.size(); i = before[i]) joint.push_back(anchors[i]);
  std::reverse(joint.begin(), joint.end());
  return joint;
}

// One card alone joins only where it must stand for that: at the edge of both, or as an end of the listing.
bool Chain::fits(const std::vector<Anchor>& joint, const std::vector<Sighted>& look) const {
  if (joint.empty()) return false;
  if (joint.size() > 1) return true;
  const Anchor& only = joint.front();
  if (look[only.at].id == kTop || look[only.at].id == kEnd) return true;
  static constexpr size_t kNewcomers = 2;  // posts put in just there meanwhile
  const bool above = only.at == 0 || is_first(only.spot) || (only.at <= kNewcomers && is_last(only.spot));
  const bool below = only.at + 1 == look.size() || is_last(only.spot);
  return above && below;
}

void Chain::forget(CardId id, int page) {
  const Spot spot = spot_of(id);
  Stretch& stretch = stretches_.at(spot.stretch);
  if (stretch.cards.size() == 1) return;
  stretch.cards.erase(stretch.cards.begin() + static_cast<std::ptrdiff_t>(spot.index));
  where_.erase(id);
  floating_.insert({id, {spot.stretch, {page}}});
}

void Chain::meet_floating(const Look& look) {
  for (const std::string& url : look.urls) {
    const auto card = floating_.find(id_of(url));
    if (card != floating_.end()) card->second.pages.insert(look.page);
  }
}

int Chain::moved() const {
  static constexpr size_t kPinnedPages = 4;
  int moved = 0;
  for (const auto& [id, card] : floating_) {
    const bool stays = card.pages.contains(card.origin) || card.pages.contains(card.origin + 1);
    const bool elsewhere = *card.pages.begin() < card.origin || *card.pages.rbegin() > card.origin + 1;
    const bool pinned = card.pages.size() + 1 >= kPinnedPages || (stays && elsewhere);
    moved += pinned ? 0 : 1;
  }
  return moved;
}

Chain::Added Chain::add(const Look& look) {
  ++now_;
  ++looks_;
  page_size_ = std::max(page_size_, look.urls.size());
  meet_floating(look);
  std::vector<Sighted> cards = read(look);
  Added added;
  if (cards.empty()) return added;
  std::vector<Anchor> anchors = anchors_in(cards);
  std::vector<Anchor> joint = longest(anchors, cards.size());
  while (!anchors.empty() && !fits(joint, cards)) {
    // The rest may still join once the stranger is out of the way.
    const size_t stranger = joint.front().at;
    std::erase_if(anchors, [&](const Anchor& anchor) { return anchor.at == stranger; });
    joint = longest(anchors, cards.size());
  }
  std::unordered_set<CardId> joining;
  for (const Anchor& anchor : joint) joining.insert(cards[anchor.at].id);
  std::vector<Sighted> kept;
  for (const Sighted& card : cards) {
    const bool stranger = has(card.id) && !joining.contains(card.id);
    if (!stranger)
      kept.push_back(card);
    else if (card.id != kTop && card.id != kEnd)
      forget(card.id, look.page);
  }
  if (kept.empty()) return added;
  joint = anchors_in(kept);
  const bool known_page = stretches_.contains(look.page);
  if (joint.empty() && known_page) {
    ++unplaced_;
    added.placed = false;
    return added;
  }
  const bool appends = stretches_.empty() || look.page > stretches_.rbegin()->first;
  for (const Anchor& anchor : joint) {
    const CardId id = kept[anchor.at].id;
    if (id == kTop || id == kEnd) continue;
    const int64_t was = stretches_.at(anchor.spot.stretch).cards[anchor.spot.index].place;
    added.shift_below = static_cast<int>(kept[anchor.at].place - was);
    if (!added.shift) added.shift = added.shift_below;
  }
  if (added.shift && appends) overlapped_ += std::abs(*added.shift);
  if (added.shift && !appends) farthest_ = std::max(farthest_, std::abs(*added.shift));
  prove(joint, kept);
  added.slipped = insert(kept, look.page);
  slipped_ += added.slipped;
  see_edges(kept, look.page, look.urls.size(), look.last);
  return added;
}

// A look that shows both sides of a seam leaves nothing to hide in it.
void Chain::prove(const std::vector<Anchor>& joint, const std::vector<Sighted>& look) {
  const auto strong = [&](auto first, auto last) {
    if (last - first > 1) return true;
    return look[first->at].id == kTop || look[first->at].id == kEnd;
  };
  for (auto anchor = joint.begin(); anchor != joint.end() && anchor + 1 != joint.end(); ++anchor) {
    const int from = anchor->spot.stretch, to = (anchor + 1)->spot.stretch;
    if (from == to) continue;
    const bool sure = strong(joint.begin(), anchor + 1) && strong(anchor + 1, joint.end());
    for (auto stretch = stretches_.find(from); stretch->first != to; ++stretch) {
      stretch->second.doubt *= sure ? 0 : kOneCard;
    }
  }
}

// Puts the cards that were not known where the look shows them; returns how many of them stood in a seam.
int Chain::insert(const std::vector<Sighted>& look, int page) {
  int slipped = 0;
  int anchors = 0;
  std::optional<CardId> before;  // the known card above
  for (size_t i = 0; i < look.size(); ++i) {
    if (has(look[i].id)) {
      before = look[i].id;
      ++anchors;
      const Spot spot = spot_of(look[i].id);
      stretches_.at(spot.stretch).cards[spot.index] = look[i];
      continue;
    }
    size_t end = i;
    while (end < look.size() && !has(look[end].id)) ++end;
    const std::vector<Sighted> fresh(look.begin() + static_cast<std::ptrdiff_t>(i),
                                     look.begin() + static_cast<std::ptrdiff_t>(end));
    if (!before && end == look.size()) {
      begin_stretch(fresh, page);
      return slipped;
    }
    const Spot near_by = spot_of(before ? *before : look[end].id);
    auto stretch = stretches_.find(near_by.stretch);
    const auto next = std::next(stretch);
    const bool in_seam = before ? is_last(near_by) : is_first(near_by) && stretch != stretches_.begin();
    const bool new_page = before && in_seam && end == look.size() && page > stretch->first &&
                          (next == stretches_.end() || page < next->first);
    if (new_page) {
      begin_stretch(fresh, page);
      // What joins it is what the look shares with the stretch above.
      const bool sure = anchors > 1 || *before == kTop;
      stretch->second.doubt = sure ? 0 : i == 1 ? kOneCard : 1;
      stretch->second.shared = anchors;
      return slipped;
    }
    if (in_seam && (!before || next != stretches_.end())) slipped += static_cast<int>(fresh.size());
    auto& cards = stretch->second.cards;
    cards.insert(cards.begin() + static_cast<std::ptrdiff_t>(near_by.index + (before ? 1 : 0)), fresh.begin(),
                 fresh.end());
    for (const Sighted& card : fresh) where_[card.id] = stretch->first;
    before = fresh.back().id;
    i = end - 1;
  }
  return slipped;
}

void Chain::begin_stretch(const std::vector<Sighted>& cards, int page) {
  stretches_[page].cards = cards;
  for (const Sighted& card : cards) where_[card.id] = page;
  // Between other stretches, the seam that was one is two now, and what was known of it is no longer of
  // these.
  const auto stretch = stretches_.find(page);
  if (stretch != stretches_.begin() && std::next(stretch) != stretches_.end())
    std::prev(stretch)->second.doubt = 1;
}

void Chain::see_edges(const std::vector<Sighted>& look, int page, size_t size, bool last) {
  const auto above = stretches_.find(where_.at(look.back().id));
  if (look.back().id != kEnd) see(above->second, Side::kBelow, page, size, last);
  const auto below = stretches_.find(where_.at(look.front().id));
  if (look.front().id == kTop || below == stretches_.begin()) return;
  see(std::prev(below)->second, Side::kAbove, page, size, last);
}

// A post that hides here stood below page p when that ended within the stretch above, and above page p' when
// that began within the one below; p' = p + 1 makes that a move between the two looks.
void Chain::see(Stretch& stretch, Side side, int page, size_t size, bool last) const {
  const int below_of = side == Side::kBelow ? page : stretch.side_page;
  const int above_of = side == Side::kAbove ? page : stretch.side_page;
  const bool same_size = stretch.side_size == size || last;
  if (stretch.side != Side::kNone && stretch.side != side && above_of <= below_of + 1 && same_size) {
    ++stretch.crossed;
    stretch.doubt *= std::min(kLongAgo, unrest() * static_cast<double>(now_ - stretch.side_at));
  }
  (side == Side::kBelow ? stretch.below_at : stretch.above_at) = now_;
  stretch.side = side;
  stretch.side_page = page;
  stretch.side_size = size;
  stretch.side_at = now_;
}

double Chain::unrest() const {
  return static_cast<double>(1 + 2 * overlapped_ + farthest_ + slipped_) / std::max(1, looks_);
}

// The lowest of the cards that were seen last: those below it may be gone.
int64_t Chain::edge_of(const Stretch& stretch) {
  const auto newest = std::max_element(stretch.cards.rbegin(), stretch.cards.rend(),
                                       [](const Sighted& a, const Sighted& b) { return a.at < b.at; });
  return newest->place;
}

void Chain::vouch(const std::string& above, const std::string& below) {
  const CardId a = id_of(above), b = id_of(below);
  if (!has(a) || !has(b)) return;
  const Spot upper = spot_of(a), lower = spot_of(b);
  const auto stretch = stretches_.find(upper.stretch);
  const auto next = std::next(stretch);
  if (next != stretches_.end() && next->first == lower.stretch && is_last(upper) && is_first(lower)) {
    stretch->second.doubt = 0;
  }
}

std::vector<Chain::Seam> Chain::seams() const {
  std::vector<Seam> seams;
  for (auto stretch = stretches_.begin(); stretch != stretches_.end(); ++stretch) {
    const auto next = std::next(stretch);
    if (next == stretches_.end()) break;
    seams.push_back({.doubt = stretch->second.doubt,
                     .above_page = stretch->first,
                     .below_page = next->first,
                     .edge = edge_of(stretch->second),
                     .last = stretch->second.cards.back().place,
                     .above_at = stretch->second.below_at,
                     .below_at = stretch->second.above_at,
                     .shared = stretch->second.shared,
                     .crossed = stretch->second.crossed});
  }
  return seams;
}

int Chain::open() const {
  int open = 0;
  for (const Seam& seam : seams()) open += seam.proven() ? 0 : 1;
  return open;
}

}  // namespace dekko
