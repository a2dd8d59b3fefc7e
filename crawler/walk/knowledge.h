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
  bool empty() const { return names_.empty(); }

  bool knows(const std::string& url) const { return numbers_.contains(url); }
  bool neighbours(const std::string& above, const std::string& below) const;
  // Whether a page ends in a stretch of known neighbours, so that what follows was seen before. One known card
  // proves nothing (a pinned or shared post), and neither does a page of them in another order; one seam of an
  // earlier run, or one removal, may lie within.
  bool reaches(const std::vector<std::string>& urls) const;
  // Known cards that must stand on this page and do not: their place is shown, between two cards that are still
  // side by side with their own neighbours.
  std::vector<std::string> absent_from(const std::vector<std::string>& urls) const;
  // Cards that nobody knew, between two that were neighbours: the listing grows in its midst.
  int newcomers_in(const std::vector<std::string>& urls) const;

 private:
  static constexpr int kNone = -1;
  struct Place {
    int above = kNone, below = kNone;  // the neighbours, by the latest look that showed them
  };

  int number_of(const std::string& url) const;
  int number(const std::string& url);
  void gather(int card, int Place::*towards, const std::vector<int>& shown, std::vector<int>& absent) const;

  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::vector<Place> places_;
  std::unordered_multimap<int, int> below_, above_;  // who was ever seen below, above a card
};

}  // namespace dekko
