#include "tests/support/listing.h"

#include <algorithm>

namespace dekko::site {

Listing::Listing(uint64_t seed, int posts) : seed_(seed) {
  for (int rank = 0; rank < posts; ++rank) entries_.push_back({rank});
}

int Listing::page_count() const {
  return std::max(1, (size() + posts_a_page_ - 1) / posts_a_page_);
}

std::vector<Post> Listing::page(int number) const {
  std::vector<Post> posts;
  if (number < 1 || number > page_count()) return posts;
  const auto most = static_cast<size_t>(posts_a_page_);
  size_t begin = static_cast<size_t>(number - 1) * most;
  size_t end = std::min(begin + most, entries_.size());
  for (size_t i = begin; i < end; ++i)
    posts.push_back(make_post(seed_, entries_[i].rank, entries_[i].revision));
  return posts;
}

void Listing::apply(const Change& change) {
  bool there = change.number >= 1 && change.number <= size();
  auto post = entries_.begin() + (there ? change.number - 1 : 0);
  switch (change.kind) {
    case Change::Kind::kInsert:
      for (int i = 0; i < change.number; ++i) entries_.insert(entries_.begin(), {-++inserted_});
      break;
    case Change::Kind::kRemove:
      if (there) entries_.erase(post);
      break;
    case Change::Kind::kEdit:
      if (there) ++post->revision;
      break;
  }
}

}  // namespace dekko::site
