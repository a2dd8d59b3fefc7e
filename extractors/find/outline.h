// The visible page in document order, with running sums that answer "how much text, how many links are in
// here" in one subtraction. Everything that looks for shapes works on its places, which are plain numbers.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extractors/html/document.h"
#include "extractors/html/node_text.h"

namespace dekko {

class Outline {
 public:
  using Place = uint32_t;
  static constexpr Place kNowhere = UINT32_MAX;

  struct Entry {
    Node node;       // an element or a text node
    Place parent;    // kNowhere at the root
    Place end;       // the first place after this subtree
    uint32_t depth;  // 0 at the root
    uint64_t path;   // equal for elements under the same tags; headings are one tag, inline wrappers none
  };

  // What stands in a stretch of places.
  struct Sums {
    uint32_t text = 0;   // octets, as far as they weigh: no white space, one for a letter of two
    uint32_t dates = 0;  // <time> elements, text nodes that name a year or are "3 hours ago"
    uint32_t images = 0;
    std::array<uint32_t, 6> ranks = {};  // h1 to h6
    Sums operator-(const Sums& other) const;
    uint32_t headings(int least_rank = 6) const;  // of this rank or above
  };

  // `root` and what is visible in it, in one walk. Must not outlive its Document.
  explicit Outline(Node root);

  Place size() const { return static_cast<Place>(entries_.size()); }
  const Entry& at(Place place) const { return entries_[place]; }
  Sums between(Place begin, Place end) const { return sums_[end] - sums_[begin]; }
  Sums inside(Place place) const { return between(place, entries_[place].end); }
  // The places of <a>.
  const std::vector<Place>& links() const { return links_; }
  bool holds(Place outer, Place inner) const { return outer <= inner && inner < entries_[outer].end; }

  // The deepest element that holds both.
  Place common_ancestor(Place a, Place b) const;
  // The child of `ancestor` in which `inside` stands; `inside` itself must not be `ancestor`.
  Place child_towards(Place ancestor, Place inside) const;
  // The child before this one under the same parent; kNowhere for the first.
  Place previous_sibling(Place place) const;
  // Visible text with white space as written.
  std::string raw_text(Place begin, Place end) const;

 private:
  void add(Node node, Place parent);
  std::vector<Entry> entries_;
  std::vector<Sums> sums_;  // sums_[i] is what stands before place i
  std::vector<Place> previous_;
  std::vector<Place> links_;
};

}  // namespace dekko
