#include "tests/crawler/moving_listing.h"

#include <algorithm>

namespace dekko {

MovingListing::MovingListing(uint64_t seed, const Weather& weather) : prng_(seed) {
  for (int i = 0; i < weather.pages * size_; ++i) posts_.push_back(next_post_++);
  begin_again(weather);
}

void MovingListing::begin_again(const Weather& weather) {
  weather_ = weather;
  requests_ = 0;
  due_.clear();
  past_.clear();
  lasting_ = {posts_.begin(), posts_.end()};
  schedule(Kind::kInsert, weather.insertions);
  schedule(Kind::kRemove, weather.removals);
  schedule(Kind::kBump, weather.bumps);
  schedule(Kind::kSwap, weather.swaps);
  schedule(Kind::kMove, weather.moves);
  schedule(Kind::kEmpty, weather.empties);
  schedule(Kind::kFail, weather.failures);
  schedule(Kind::kWall, weather.walls);
  schedule(Kind::kResize, weather.resized > 0 ? 1 : 0);
}

void MovingListing::schedule(Kind kind, int times) {
  for (int i = 0; i < times; ++i) {
    due_.emplace(1 + static_cast<int>(prng_.below(static_cast<size_t>(weather_.within))), kind);
  }
}

void MovingListing::carry(size_t from, size_t to) {
  const int post = posts_[from];
  posts_.erase(posts_.begin() + static_cast<std::ptrdiff_t>(from));
  posts_.insert(posts_.begin() + static_cast<std::ptrdiff_t>(std::min(to, posts_.size())), post);
}

void MovingListing::happen(Kind kind) {
  const size_t place = somewhere();
  switch (kind) {
    case Kind::kInsert:
      posts_.insert(posts_.begin() + static_cast<std::ptrdiff_t>(place), next_post_++);
      break;
    case Kind::kRemove:
      lasting_.erase(posts_[place]);
      posts_.erase(posts_.begin() + static_cast<std::ptrdiff_t>(place));
      break;
    case Kind::kBump:
      return carry(place, 0);
    case Kind::kSwap:
      return carry(place, place + 1);
    case Kind::kMove:
      return carry(place, somewhere());
    case Kind::kResize:
      return resize(weather_.resized);
    case Kind::kEmpty:
    case Kind::kFail:
    case Kind::kWall:
      break;
  }
}

std::optional<Shown> MovingListing::answer(int page) {
  past_.push_front(posts_);
  if (past_.size() > static_cast<size_t>(weather_.stale) + 1) past_.pop_back();
  const auto [begin, end] = due_.equal_range(requests_);
  Shown shown;
  bool failed = false;
  std::optional<Verdict> verdict;
  for (auto event = begin; event != end; ++event) {
    happen(event->second);
    if (event->second == Kind::kFail) failed = true;
    if (event->second == Kind::kEmpty) verdict = Verdict::kPastTheEnd;
    if (event->second == Kind::kWall) verdict = Verdict::kNotAListing;
  }
  ++requests_;
  if (failed) return std::nullopt;
  shown = render(weather_.stale > 0 && prng_.one_in(3) ? past_[prng_.below(past_.size())] : posts_, page);
  if (verdict) {
    shown.verdict = *verdict;
    shown.urls.clear();
    if (*verdict == Verdict::kNotAListing) shown.page_count.reset();
  }
  return shown;
}

Shown MovingListing::render(const std::vector<int>& posts, int page) const {
  const auto size = static_cast<size_t>(size_);
  const auto from = static_cast<size_t>(page - 1) * size;
  Shown shown{.page = page, .page_count = static_cast<int>((posts.size() + size - 1) / size)};
  if (from >= posts.size()) shown.verdict = Verdict::kPastTheEnd;
  if (weather_.pinned && from < posts.size()) shown.urls.push_back(url_of(-1));
  if (weather_.sticky && page == 1) shown.urls.push_back(url_of(posts[posts.size() / 2]));
  for (size_t i = from; i < std::min(posts.size(), from + size); ++i) shown.urls.push_back(url_of(posts[i]));
  return shown;
}

bool MovingListing::is_there(const std::string& url) const {
  return std::any_of(posts_.begin(), posts_.end(), [&](int post) { return url_of(post) == url; });
}

std::set<std::string> MovingListing::lasting() const {
  std::set<std::string> urls;
  for (const int post : lasting_) urls.insert(url_of(post));
  return urls;
}

int MovingListing::page_count() const {
  return (static_cast<int>(posts_.size()) + size_ - 1) / size_;
}

}  // namespace dekko
