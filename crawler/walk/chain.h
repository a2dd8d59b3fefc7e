// The cards of a listing in their order, joined look by look: what is proven of a listing that moves while it
// is walked.
//
// A look is a page as it was shown at one moment: a stretch of the listing without a hole. Looks that share
// cards join; where two stretches only touch, a seam stays between them, and a post can hide in it that stood
// below the upper stretch when that was read and above the lower one when that was. Such a post must have
// changed sides between any two looks that show the two edges: `doubt` is the chance of that, the product
// over the changes; an overlap leaves none. docs/coverage.md gives the argument and its limits.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/run.h"

namespace dekko {

inline constexpr double kProven =
    1e-6;  // a seam with less doubt is proven: 1 run of 8,000 with 113 such seams
inline constexpr double kOneCard =
    kProven;                             // one shared card: proof, unless it is one that was moved just there
inline constexpr double kLongAgo = 0.5;  // after many requests nothing is known of where a post may stand

class Chain {
 public:
  struct Added {
    bool placed = true;  // whether it is known where these cards stand
    // By how many places the known ones moved down since they were last seen: the topmost, and the lowest.
    std::optional<int> shift = {};
    int shift_below = 0;
    int slipped = 0;  // cards found in a seam: a walk in one direction missed them
  };
  // Looks are told in the order in which they were made.
  Added add(const Look& look);
  // Time went by without looks: another run goes on.
  void pause() { now_ += kPause; }

  // The place between two stretches. A place: a card's number in the listing, from 0, as last seen.
  struct Seam {
    double doubt = 1;
    int above_page = 0;  // where the upper stretch was first read
    int below_page = 0;  // and the lower one
    int64_t edge = 0;    // the place of the upper stretch's lowest card of those seen latest
    int64_t last = 0;    // of its last card, which may be gone
    int64_t above_at = 0,
            below_at = 0;  // the latest looks that ended in the upper one, that began in the lower
    int shared = 0;        // cards that had moved over it when it was first crossed
    int crossed = 0;       // how often looks changed from one side to the other
    bool proven() const { return doubt <= kProven; }
  };
  // From the top. The key (above_page) is stable.
  std::vector<Seam> seams() const;
  int open() const;                     // seams that are not proven
  int64_t now() const { return now_; }  // the number of the latest look
  // These two are neighbours as was known before: the seam between them, if there is one, is proven.
  void vouch(const std::string& above, const std::string& below);
  bool begins() const { return !stretches_.empty() && has(kTop); }
  bool ends() const { return !stretches_.empty() && has(kEnd); }
  // Cards that changed places. Pinned ones, which stand on page after page or in two places at once, do not
  // count.
  int moved() const;
  // Whether any look showed that the listing moved.
  bool stirred() const { return overlapped_ > 0 || slipped_ > 0 || !floating_.empty(); }
  int slipped() const { return slipped_; }
  int unplaced() const { return unplaced_; }  // looks that nothing joins to the others
  int page_size() const { return static_cast<int>(page_size_); }
  // The chance that the listing moved between two requests one after the other.
  double unrest() const;

 private:
  using CardId = uint64_t;
  static constexpr CardId kTop = 0, kEnd = 1;
  static constexpr int64_t kPause = 1000;

  enum class Side { kNone, kBelow, kAbove };  // where a post that hides in the seam stood
  struct Sighted {
    CardId id;
    int64_t place;
    int64_t at;  // the look that saw it there
  };
  struct Stretch {
    std::vector<Sighted> cards;
    double doubt = 1;  // of the seam below
    int shared = 0, crossed = 0;
    Side side = Side::kNone;
    int side_page = 0;
    size_t side_size = 0;
    int64_t side_at = 0, below_at = 0, above_at = 0;
  };
  using Stretches = std::map<int, Stretch>;  // by the page they were first read on
  struct Spot {
    int stretch;
    size_t index;
    auto operator<=>(const Spot&) const = default;
  };
  struct Anchor {
    size_t at;  // in the look
    Spot spot;
  };

  static CardId id_of(const std::string& url);
  bool has(CardId id) const { return where_.contains(id); }
  std::vector<Sighted> read(const Look& look) const;
  Spot spot_of(CardId id) const;
  std::vector<Anchor> anchors_in(const std::vector<Sighted>& look) const;
  bool near(const Spot& a, const Spot& b, size_t reach) const;
  std::vector<Anchor> longest(const std::vector<Anchor>& anchors, size_t reach) const;
  bool fits(const std::vector<Anchor>& joint, const std::vector<Sighted>& look) const;
  static bool is_first(const Spot& spot) { return spot.index == 0; }
  bool is_last(const Spot& spot) const;
  void forget(CardId id, int page);
  void meet_floating(const Look& look);
  void prove(const std::vector<Anchor>& joint, const std::vector<Sighted>& look);
  int insert(const std::vector<Sighted>& look, int page);
  void begin_stretch(const std::vector<Sighted>& cards, int page);
  static int64_t edge_of(const Stretch& stretch);
  void see_edges(const std::vector<Sighted>& look, int page, size_t size, bool last);
  void see(Stretch& stretch, Side side, int page, size_t size, bool last) const;

  Stretches stretches_;
  std::unordered_map<CardId, int> where_;
  // Pinned, promoted, moved: cards that say nothing.
  struct Floating {
    int origin;           // the page where it was first read
    std::set<int> pages;  // where it was met since
  };
  std::unordered_map<CardId, Floating> floating_;
  int64_t now_ = 0;
  int looks_ = 0, overlapped_ = 0, slipped_ = 0, unplaced_ = 0;
  int farthest_ = 0;
  size_t page_size_ = 0;
};

}  // namespace dekko
