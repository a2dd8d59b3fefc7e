// The posts of the listing, newest first, ten a page unless told otherwise.
#pragma once

#include <cstdint>
#include <vector>

#include "tests/support/change.h"
#include "tests/support/post.h"

namespace dekko::site {

class Listing {
 public:
  static constexpr int kPostsAPage = 10;

  Listing(uint64_t seed, int posts);

  int size() const { return static_cast<int>(entries_.size()); }
  int posts_a_page() const { return posts_a_page_; }
  int page_count() const;
  // Empty past the end.
  std::vector<Post> page(int number) const;
  // A post that is not there is left alone.
  void apply(const Change& change);
  void resize(int posts_a_page) { posts_a_page_ = posts_a_page; }

 private:
  struct Entry {
    int rank;
    int revision = 0;
  };
  uint64_t seed_;
  int posts_a_page_ = kPostsAPage;
  int inserted_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace dekko::site
