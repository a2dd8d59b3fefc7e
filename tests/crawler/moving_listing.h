// A listing that changes between two requests, by a seed, and remembers what was there all the time.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crawler/walk/walk.h"
#include "tests/support/prng.h"

namespace dekko {

// How often each thing happens, at random places, before the `within`-th request.
struct Weather {
  int pages = 113;
  int within = 113;
  int insertions = 0, removals = 0;
  int bumps = 0;                             // a post goes to the top
  int swaps = 0;                             // two neighbours change places
  int moves = 0;                             // a post goes anywhere
  int empties = 0, failures = 0, walls = 0;  // requests that are answered so
  int stale = 0;                             // a page may be so many requests old
  bool pinned = false;                       // a card stands on top of every page
  bool sticky = false;                       // a card stands on top of page 1, and in its own place too
  int resized = 0;                           // pages change from 10 cards to so many
};

class MovingListing {
 public:
  MovingListing(uint64_t seed, const Weather& weather);

  // Answers a request for this page; nothing: it failed. What is due happens first.
  std::optional<Shown> answer(int page);
  // Nothing is remembered of what went before; things happen within so many requests from now on.
  void begin_again(const Weather& weather);

  void put_on_top() { posts_.insert(posts_.begin(), next_post_++); }

  int requests() const { return requests_; }
  bool is_there(const std::string& url) const;
  // Posts that stood in the listing from the beginning (or begin_again) until now.
  std::set<std::string> lasting() const;
  int page_count() const;
  void resize(int cards) { size_ = cards; }  // pages have so many from now on

  static std::string url_of(int post) { return "https://h.example/p" + std::to_string(post); }

 private:
  enum class Kind { kInsert, kRemove, kBump, kSwap, kMove, kEmpty, kFail, kWall, kResize };

  void schedule(Kind kind, int times);
  void happen(Kind kind);
  Shown render(const std::vector<int>& posts, int page) const;
  size_t somewhere() { return prng_.below(posts_.size()); }
  void carry(size_t from, size_t to);

  site::Prng prng_;
  Weather weather_;
  std::vector<int> posts_;
  std::deque<std::vector<int>> past_;
  std::multimap<int, Kind> due_;
  std::set<int> lasting_;
  int next_post_ = 0;
  int requests_ = 0;
  int size_ = 10;
};

}  // namespace dekko
