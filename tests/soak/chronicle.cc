#include "tests/soak/chronicle.h"

#include <algorithm>

namespace dekko {

const std::string& Chronicle::Life::name_at(Moment moment) const {
  auto name = names.begin();
  while (name + 1 != names.end() && (name + 1)->since <= moment) ++name;
  return name->headline;
}

Chronicle::Chronicle(std::string host, site::SiteOptions options, Moment now)
    : host_(std::move(host)), paper_(std::move(options)) {
  const auto live = [&](const site::Post& post, bool pinned) {
    const std::string url = "https://" + host_ + post.path;
    const Moment before = now - std::chrono::milliseconds(1);
    lives_[url] = {.begin = before, .names = {{before, post.headline}}, .pinned = pinned};
    return url;
  };
  for (int page = 1; page <= paper_.page_count(); ++page)
    for (const site::Post& post : paper_.listing().page(page)) order_.push_back(live(post, false));
  for (const site::Post& post : paper_.pinned_posts()) live(post, true);
}

site::Post Chronicle::post_at(size_t place) const {
  const auto most = static_cast<size_t>(paper_.listing().posts_a_page());
  return paper_.listing().page(static_cast<int>(place / most) + 1).at(place % most);
}

void Chronicle::publish(int posts, Moment now) {
  for (int i = 0; i < posts; ++i) {
    ++published_;
    paper_.apply({.kind = site::Change::Kind::kInsert});
    const site::Post post = post_at(0);
    const std::string url = "https://" + host_ + post.path;
    order_.insert(order_.begin(), url);
    lives_[url] = {.begin = now, .names = {{now, post.headline}}};
  }
}

void Chronicle::withdraw(size_t place, Moment now) {
  paper_.apply({.kind = site::Change::Kind::kRemove, .number = static_cast<int>(place) + 1});
  lives_.at(order_.at(place)).end = now;
  order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(place));
}

void Chronicle::rename(size_t place, Moment now) {
  paper_.apply({.kind = site::Change::Kind::kEdit, .number = static_cast<int>(place) + 1});
  Life& life = lives_.at(order_.at(place));
  const std::string headline = post_at(place).headline;
  if (headline != life.names.back().headline) life.names.push_back({now, headline});
}

const Chronicle::Life* Chronicle::life(const std::string& url) const {
  const auto found = lives_.find(url);
  return found == lives_.end() ? nullptr : &found->second;
}

void Chronicle::remember(Moment now) {
  if (remembered_.size() == 2) remembered_.erase(remembered_.begin());
  // Just before now, for whatever else happens now does so after it.
  remembered_.emplace_back(paper_, now - std::chrono::milliseconds(1));
  remembered_.back().first.forget_faults();
}

std::pair<site::Newspaper*, Moment> Chronicle::remembered(size_t which) {
  if (which >= remembered_.size()) return {nullptr, {}};
  return {&remembered_[which].first, remembered_[which].second};
}

Moment Chronicle::told_since(Moment from, Moment to) const {
  Moment since = from;
  for (const Stale& stale : stale_)
    if (stale.answered >= from && stale.answered <= to) since = std::min(since, stale.as_of);
  return since;
}

}  // namespace dekko
