#include "crawler/walk/knowledge.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/limits.h"

namespace dekko {

namespace {

// Half a page of ten: five cards in their order are no chance, and a page that begins with new posts has
// them.
constexpr size_t kPairs = 4;

bool is_in(const std::vector<int>& cards, int card) {
  return std::find(cards.begin(), cards.end(), card) != cards.end();
}

}  // namespace

int Knowledge::number(const std::string& url) {
  const auto [entry, fresh] = numbers_.emplace(url, static_cast<int>(names_.size()));
  if (fresh) {
    names_.push_back(url);
    places_.emplace_back();
    spots_.push_back({ended_.size(), 0, 0});
    pinned_.push_back(false);
    moved_.push_back(false);
  }
  return entry->second;
}

int Knowledge::number_of(const std::string& url) const {
  const auto entry = numbers_.find(url);
  return entry == numbers_.end() ? kNone : entry->second;
}

// A card between two others than before moved when one of them stood on its other side, or in another
// region; else its neighbours went.
void Knowledge::notice_moves(const Look& look) {
  std::vector<int> cards = {look.page == 1 ? kTop : kNone};
  for (const std::string& url : look.urls) {
    const int card = number_of(url);
    if (card == kNone || !is_pinned(card)) cards.push_back(card);
  }
  const auto differ = [](int was, int is) { return was != kNone && is != kNone && was != is; };
  for (size_t i = 1; i + 1 < cards.size(); ++i) {
    const int card = cards[i], above = cards[i - 1], below = cards[i + 1];
    if (card == kNone || has_moved(card)) continue;
    const Place& was = place(card);
    if (!differ(was.above, above) || !differ(was.below, below)) continue;
    const bool turned = above == was.below || below == was.above;
    if (!turned && (above < 0 || stood_near(card, above, 1)) && stood_near(card, below, 1)) continue;
    moved_[static_cast<size_t>(card)] = true;
    turns_ += turned ? 1 : 0;
  }
}

void Knowledge::saw(const Look& look) {
  notice_moves(look);
  looks_.push_back({look.page, look.urls.size(), ended_.size()});
  fullness_.add(look);
  int above = look.page == 1 ? kTop : kNone;
  for (size_t i = 0; i < look.urls.size(); ++i) {
    const int card = number(look.urls[i]);
    watch(card, {ended_.size(), look.page, i});
    if (pinned_[static_cast<size_t>(card)] || card == above) continue;
    Place& place = places_[static_cast<size_t>(card)];
    if (above >= 0) {
      if (place.above != above) below_.emplace(above, card);
      Place& upper = places_[static_cast<size_t>(above)];
      if (upper.below != card) above_.emplace(card, above);
      upper.below = card;
    }
    if (above != kNone) place.above = above;
    above = card;
  }
}

// In one run, a card on pages that do not touch, or in the same spot of two pages, does not move with the
// rest.
void Knowledge::watch(int card, const Spot& spot) {
  Spot& last = spots_[static_cast<size_t>(card)];
  const bool again = last.page != 0 && last.run == spot.run && last.page != spot.page;
  if (again && (std::abs(last.page - spot.page) > 1 || last.index == spot.index))
    pinned_[static_cast<size_t>(card)] = true;
  last = spot;
}

void Knowledge::Fullness::add(const Look& look) {
  if (look.page < last_page) {
    before = std::max(before, look.urls.size());
    return;
  }
  if (look.page > last_page) before = std::max(before, std::exchange(last, 0));
  last_page = look.page;
  last = std::max(last, look.urls.size());
}

size_t Knowledge::page_size() const {
  if (fullness_.before > 0) return fullness_.before;
  return std::max({size_t{1}, fullness_.last, ended_.empty() ? 0 : ended_.back().page_size});
}

void Knowledge::end_run() {
  ended_.push_back({names_.size(), page_size()});
  fullness_ = {};
}

size_t Knowledge::place_now(const Seen& look, int new_posts) const {
  const Ended then = look.run < ended_.size() ? ended_[look.run] : Ended{names_.size(), page_size()};
  const size_t above = static_cast<size_t>(std::max(1, look.page) - 1) * then.page_size;
  return above + names_.size() - then.cards + static_cast<size_t>(new_posts);
}

int Knowledge::pages(int new_posts) const {
  size_t pages = 0;
  for (const Seen& look : looks_) pages = std::max(pages, 1 + place_now(look, new_posts) / page_size());
  return static_cast<int>(std::min(pages, static_cast<size_t>(limits::kPages)));
}

std::vector<int> Knowledge::ages(int page_count, int new_posts) const {
  const size_t most = limits::kSweptPosts / page_size();
  const size_t pages = std::min(static_cast<size_t>(std::clamp(page_count, 0, limits::kPages)), most);
  std::vector<int> places(pages * page_size(), 0);
  for (size_t i = 0; i < looks_.size(); ++i) {
    const size_t from = std::min(place_now(looks_[i], new_posts), places.size());
    const size_t to = std::min(from + looks_[i].cards, places.size());
    std::fill(places.begin() + static_cast<std::ptrdiff_t>(from),
              places.begin() + static_cast<std::ptrdiff_t>(to), static_cast<int>(i) + 1);
  }
  std::vector<int> ages(pages, 0);
  for (size_t at = places.size(); at-- > 0;) {
    int& age = ages[at * pages / places.size()];
    if (places[at] != 0 && (age == 0 || places[at] < age)) age = places[at];
  }
  for (size_t i = 1; i < ages.size(); ++i) {
    if (ages[i] == 0) ages[i] = ages[i - 1];
  }
  return ages;
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

// The cards that led from `from` in one direction, none of them shown, to `to` or to where nothing is known;
// nothing where they led elsewhere. The first of them may be one that `from` no longer knew of, if all lead
// to `to`.
void Knowledge::follow(int from, int to, bool down, const std::vector<int>& shown,
                       std::vector<int>& absent) const {
  const auto onward = down ? &Place::below : &Place::above;
  const auto back = down ? &Place::above : &Place::below;
  const auto [begin, end] = (down ? below_ : above_).equal_range(from);
  for (auto entry = begin; entry != end; ++entry) {
    std::vector<int> path;
    int before = from, card = entry->second;
    while (card >= 0 && card != to && path.size() <= shown.size() && !is_pinned(card) &&
           !is_in(shown, card) && place(card).*back == before) {
      path.push_back(card);
      before = card;
      card = place(card).*onward;
    }
    const bool mutual = !path.empty() && place(from).*onward == path.front();
    if (card != to && !(card == kNone && mutual)) continue;
    for (const int missing : path) {
      if (!is_in(absent, missing)) absent.push_back(missing);
    }
  }
}

// Whether both were last seen within so many pages, by what came since.
bool Knowledge::stood_near(int a, int b, size_t pages) const {
  const auto place_of = [this](const Spot& spot) {
    return place_now({spot.page, 0, spot.run}, 0) + spot.index;
  };
  const size_t p = place_of(spot(a)), q = place_of(spot(b));
  return std::max(p, q) - std::min(p, q) <= pages * page_size();
}

Knowledge::Pair Knowledge::pair(int above, int below, const std::vector<int>& shown) const {
  Pair pair;
  if (above == kNone || below == kNone || has_moved(above) || has_moved(below)) return pair;
  const bool at_seam = place(above).below == kNone && place(below).above == kNone;
  pair.beside = place(above).below == below || at_seam;
  follow(above, below, true, shown, pair.absent);
  follow(below, above, false, shown, pair.absent);
  const auto is_strange = [&](int card) { return card != kNone && !is_in(pair.absent, card); };
  // One of the two came here from elsewhere, or both together.
  if (place(above).below != below && (is_strange(place(above).below) || is_strange(place(below).above)))
    pair.absent.clear();
  std::erase_if(pair.absent,
                [&](int card) { return !stood_near(card, above, 2) || !stood_near(card, below, 2); });
  const bool were_first =
      std::all_of(pair.absent.begin(), pair.absent.end(), [&](int card) { return spot(card).page == 1; });
  pair.stayed = !pair.absent.empty() && place(above).below == pair.absent.front() &&
                place(below).above == pair.absent.back();
  pair.stayed_first = pair.stayed && were_first;
  return pair;
}

// Whether what is missing between a pair did not just go past one of the two: beyond the holes beside it
// stand pairs that did not change, or nothing can. At the listing's ends, where posts are put anew, both
// cards of each pair have to have stood by what is missing, and that on this side of the listing.
bool Knowledge::is_bounded(const std::vector<Pair>& pairs, size_t at, Edges edges) const {
  static constexpr int kWhereCardsTurn = 4;  // two that change places again and again carry one that far
  const int wanted = turns_ > 0 ? kWhereCardsTurn : 1;
  const auto is_guarded = [&](auto pair, auto end, bool at_edge, bool Pair::*stayed) {
    for (int beside = 0; pair != end; ++pair) {
      if (pair->beside && ++beside >= wanted) return true;
      at_edge = at_edge && (pair->beside || (*pair).*stayed);
      if (!pair->beside && pair->absent.empty()) return false;
    }
    return at_edge;
  };
  const auto here = pairs.begin() + static_cast<std::ptrdiff_t>(at);
  const bool above = is_guarded(std::make_reverse_iterator(here), pairs.rend(),
                                edges.top && here->stayed_first, &Pair::stayed_first);
  return above && is_guarded(here + 1, pairs.end(), edges.end && here->stayed, &Pair::stayed);
}

std::vector<Knowledge::Hole> Knowledge::holes_in(const std::vector<std::string>& urls, Edges edges) const {
  std::vector<int> shown;
  std::vector<size_t> at;  // in urls
  for (size_t i = 0; i < urls.size(); ++i) {
    const int card = number_of(urls[i]);
    if (card != kNone && is_pinned(card)) continue;
    shown.push_back(card);
    at.push_back(i);
  }
  std::vector<Pair> pairs;
  for (size_t i = 0; i + 1 < shown.size(); ++i) pairs.push_back(pair(shown[i], shown[i + 1], shown));
  std::vector<Hole> holes;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].absent.empty() || !is_bounded(pairs, i, edges)) continue;
    for (const int card : pairs[i].absent) holes.push_back({names_[static_cast<size_t>(card)], at[i]});
  }
  return holes;
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
