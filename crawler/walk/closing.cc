#include "crawler/walk/closing.h"

#include <algorithm>
#include <cstdlib>

namespace dekko {

namespace {

// The default's share of the pages read.
constexpr int kFewPercent = 15;
// A seam that is open after so many passes is one that every pass leaves open.
constexpr int kPasses = 16;
constexpr int kLooksAPage = 12;
constexpr int kTries = 3;  // to meet one edge of a seam in one pass

int page_of(int64_t place, int page_size) {
  return 1 + static_cast<int>(std::max<int64_t>(0, place) / std::max(1, page_size));
}

}  // namespace

Closing::Closing(Effort effort, int pages)
    : effort_(effort),
      looks_left_(effort == Effort::kAll ? kLooksAPage * std::max(pages, 4) : pages * kFewPercent / 100),
      passes_left_(kPasses) {}

std::optional<int> Closing::next(const Chain& chain) {
  const std::vector<Chain::Seam> seams = chain.seams();
  if (looks_left_ <= 0 || seams.empty()) return std::nullopt;
  if (effort_ == Effort::kAll) {
    if (next_page_ == 0) next_page_ = seams.front().above_page;
    if (next_page_ <= seams.back().below_page) return next_page_;
  }
  if (chain.open() == 0) return std::nullopt;
  return effort_ == Effort::kAll ? next_of_all(seams, chain.page_size(), chain.now())
                                 : next_of_few(seams, chain.page_size());
}

void Closing::begin_pass(int64_t now) {
  --passes_left_;
  pass_began_ = now;
  cursor_ = 0;
  tries_ = 0;
  drift_ = 0;
}

std::optional<int> Closing::next_of_all(const std::vector<Chain::Seam>& seams, int page_size, int64_t now) {
  if (pass_began_ == 0) begin_pass(now);
  while (passes_left_ >= 0) {
    for (const Chain::Seam& seam : seams) {
      if (seam.proven() || seam.above_page < cursor_) continue;
      if (seam.above_page > cursor_) tries_ = 0;
      cursor_ = seam.above_page;
      const bool above_met = seam.above_at > pass_began_, below_met = seam.below_at > pass_began_;
      if ((above_met && below_met) || tries_ >= kTries) continue;
      if (!above_met) return page_of((tries_ == 0 ? seam.last : seam.edge) + drift_, page_size);
      return page_of(seam.edge, page_size) + 1;
    }
    begin_pass(now);
  }
  return std::nullopt;
}

std::optional<int> Closing::next_of_few(const std::vector<Chain::Seam>& seams, int page_size) {
  const auto is_open = [&](const Chain::Seam& seam) {
    return !seam.proven() && std::none_of(points_.begin(), points_.end(),
                                          [&](const Point& point) { return point.page == seam.above_page; });
  };
  const auto ask = [&](const Chain::Seam& seam, int shift) {
    asked_ = seam.above_page;
    return page_of(seam.last + shift, page_size);
  };
  if (points_.empty()) {
    const auto first = std::find_if(seams.begin(), seams.end(), is_open);
    return first == seams.end() ? std::nullopt : std::optional(ask(*first, 0));
  }
  double best = 0;
  std::optional<int> page;
  for (size_t i = 0; i < points_.size(); ++i) {
    const Point upper = points_[i];
    const Point lower = i + 1 < points_.size() ? points_[i + 1] : Point{seams.back().below_page, 0, 0};
    std::vector<Chain::Seam> open;
    int known = 0;
    for (const Chain::Seam& seam : seams) {
      if (seam.above_page <= upper.page || seam.above_page >= lower.page) continue;
      known += seam.shared;
      if (is_open(seam)) open.push_back(seam);
    }
    const int lost = known - (upper.below - lower.above);
    if (lost == 0 || open.empty()) continue;
    const double likely = (lost > 0 ? 1.0 : 0.3) * std::abs(lost) / static_cast<double>(open.size());
    if (likely <= best) continue;
    best = likely;
    page = ask(open[open.size() / 2], (upper.below + lower.above) / 2);
  }
  return page;
}

void Closing::looked(const Chain&, const std::optional<Chain::Added>& added) {
  --looks_left_;
  ++next_page_;
  ++tries_;
  if (added && added->shift) drift_ = *added->shift;
  if (effort_ == Effort::kAll) return;
  Point point{asked_, 0, 0};
  if (added && added->shift) point = {asked_, *added->shift, added->shift_below};
  points_.insert(std::upper_bound(points_.begin(), points_.end(), point,
                                  [](const Point& a, const Point& b) { return a.page < b.page; }),
                 point);
}

}  // namespace dekko
