// What earlier runs saw of a listing: which cards stood side by side when they were last seen.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/run.h"

namespace dekko {

class Knowledge {
 public:
  // Looks are told in the order in which they were made; a later one wins.
  void saw(const Look& look);
  // The run ended whose looks were told last: cards that are new from now on were put in since.
  void end_run();
  bool empty() const { return names_.empty(); }
  // When the cards were looked at that stand on each page now, as far as posts that were put in since tell:
  // the number of the look, from 1, that was the first of them; index 0 is page 1. A page that nothing is
  // known of is as old as the one before. new_posts: what came since the last run and is not told of yet. As
  // many pages as limits::kSweptPosts allows.
  std::vector<int> ages(int page_count, int new_posts = 0) const;
  // How many pages the listing has, as far as looks and new posts tell.
  int pages(int new_posts = 0) const;

  bool knows(const std::string& url) const { return numbers_.contains(url); }
  bool neighbours(const std::string& above, const std::string& below) const;
  // Whether a page ends in a stretch of known neighbours, so that what follows was seen before. One known
  // card proves nothing (a pinned or shared post), and neither does a page of them in another order; one seam
  // of an earlier run, or one removal, may lie within.
  bool reaches(const std::vector<std::string>& urls) const;
  // A known card that must stand between two cards that are side by side, and does not.
  struct Hole {
    std::string url;
    size_t above;  // the index of the card above its place; the one below is the next
  };
  struct Edges {  // whether the first card is the listing's first, the last one its last
    bool top = false, end = false;
  };
  // What is missing on a page. When they were last seen, the missing ones led from the one card to the other,
  // or from one of them to an old seam; and on both sides, past other holes, a pair stands as it stood, or
  // the listing ends, so that neither these nor the missing one merely changed places. Pinned cards are left
  // out.
  std::vector<Hole> holes_in(const std::vector<std::string>& urls, Edges edges) const;
  // Cards that nobody knew, between two that were neighbours: the listing grows in its midst.
  int newcomers_in(const std::vector<std::string>& urls) const;

 private:
  static constexpr int kNone = -1, kTop = -2;
  struct Place {
    int above = kNone, below = kNone;  // the neighbours, by the latest look that showed them
  };

  struct Seen {
    int page;
    size_t cards, run;
  };
  struct Spot {  // where a card was seen last, to know pinned ones by
    size_t run;
    int page;
    size_t index;
  };

  // How many cards a page has by the looks of one run: the last page may have fewer, and alone tells nothing.
  struct Fullness {
    int last_page = 0;
    size_t last = 0, before = 0;  // the most on the last page, and on those before it

    void add(const Look& look);
  };
  struct Ended {              // a run, when it did
    size_t cards, page_size;  // how many were known, and stood on a page
  };

  struct Pair {                    // of cards that are shown side by side
    bool beside = false;           // they were before
    std::vector<int> absent = {};  // what stood between them
    bool stayed = false;           // both were last seen beside these
    bool stayed_first = false;     // and these on page 1
  };

  bool stood_near(int a, int b, size_t pages) const;
  Pair pair(int above, int below, const std::vector<int>& shown) const;
  bool is_bounded(const std::vector<Pair>& pairs, size_t at, Edges edges) const;
  size_t page_size() const;  // now
  size_t place_now(const Seen& look, int new_posts) const;
  int number_of(const std::string& url) const;
  int number(const std::string& url);
  void notice_moves(const Look& look);
  void watch(int card, const Spot& spot);
  const Place& place(int card) const { return places_[static_cast<size_t>(card)]; }
  const Spot& spot(int card) const { return spots_[static_cast<size_t>(card)]; }
  bool has_moved(int card) const { return moved_[static_cast<size_t>(card)]; }
  bool is_pinned(int card) const { return pinned_[static_cast<size_t>(card)]; }
  void follow(int from, int to, bool down, const std::vector<int>& shown, std::vector<int>& absent) const;

  std::vector<Seen> looks_;
  std::vector<Ended> ended_;  // runs
  Fullness fullness_;         // of the run that goes on
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::vector<Place> places_;
  std::vector<Spot> spots_;
  std::vector<bool> pinned_, moved_;
  int turns_ = 0;                                    // cards that changed places with a neighbour
  std::unordered_multimap<int, int> below_, above_;  // who was ever seen below, above a card
};

}  // namespace dekko
