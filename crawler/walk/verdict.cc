// What the walk proved, and what it did not.
#include <algorithm>

#include "core/limits.h"
#include "crawler/walk/walk.h"

namespace dekko {

namespace {

using Why = Gap::Why;

bool is_seam(Why why) {
  return why == Why::kSeamSeenOnce || why == Why::kSeamDoubtful;
}

// Gaps of one kind that touch are one.
void add(std::vector<Gap>& gaps, Why why, int from_page, int to_page) {
  const int next_to = is_seam(why) ? from_page : from_page - 1;
  const bool touches = !gaps.empty() && gaps.back().why == why && gaps.back().to_page == next_to;
  if (touches || gaps.size() >= limits::kGaps) {
    gaps.back().to_page = to_page;
  } else {
    gaps.push_back({why, from_page, to_page});
  }
}

}  // namespace

std::vector<Chain::Seam> Walk::open_seams() const {
  std::vector<Chain::Seam> seams = chain_.seams();
  std::erase_if(seams, [](const Chain::Seam& seam) { return seam.proven(); });
  return seams;
}

std::vector<Gap> Walk::gaps() const {
  std::vector<Gap> gaps;
  if (state_.stopped == StopReason::kEmptyListing) {
    const bool was_empty = plan_.known.empty() && plan_.before.empty() && state_.pager_last.value_or(1) <= 1;
    if (!was_empty) gaps.push_back({Why::kEmptied});
    return gaps;
  }
  if (ended_early()) gaps.push_back({Why::kNotWalked, state_.position.next_page, end_of(state_)});
  for (const int page : missing()) add(gaps, Why::kPageMissing, page, page);
  for (const Chain::Seam& seam : open_seams()) {
    add(gaps, seam.crossed > 1 ? Why::kSeamDoubtful : Why::kSeamSeenOnce, seam.above_page, seam.below_page);
  }
  const bool range = plan_.mode == WalkPlan::Mode::kRange;
  const bool from_top = chain_.begins() || (range && plan_.first > 1);
  const bool to_end = chain_.ends() || state_.stopped == StopReason::kOnlyKnown || (range && plan_.last);
  if (!from_top) gaps.push_back({Why::kTopNotSeen});
  if (!to_end) gaps.push_back({Why::kEndNotSeen});
  if (chain_.moved() > 0) gaps.push_back({Why::kCardsMoved});
  if (chain_.unplaced() > 0) gaps.push_back({Why::kPageUnplaced});
  return gaps;
}

Coverage Walk::coverage() const {
  const std::vector<Gap> all = gaps();
  const bool partial = std::any_of(all.begin(), all.end(), [](const Gap& gap) {
    return gap.why == Why::kNotWalked || gap.why == Why::kPageMissing;
  });
  if (partial) return Coverage::kPartial;
  if (!all.empty()) return Coverage::kOpen;
  return chain_.slipped() > 0 ? Coverage::kRepaired : Coverage::kComplete;
}

}  // namespace dekko
