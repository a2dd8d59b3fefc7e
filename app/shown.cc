#include "app/shown.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "extractors/find/script_pager.h"

namespace dekko {

Shown shown_by(const Page& page, int number) {
  Shown shown{.page = number, .verdict = page.verdict, .page_count = page.page_count, .next = page.next};
  shown.leads_on = std::any_of(page.problems.begin(), page.problems.end(),
                               [](const Problem& problem) { return problem.reason == kNextNeedsScript; });
  std::unordered_set<std::string_view> met;
  for (const Card& card : page.cards)
    if (met.insert(card.url).second) shown.urls.push_back(card.url);
  return shown;
}

Shown shown_by(const PageCopy& copy, int number) {
  return {.page = number,
          .verdict = Verdict::kListing,
          .page_count = copy.page_count,
          .next = copy.next,
          .urls = copy.urls,
          .leads_on = copy.leads_on};
}

bool is_the_listing(Verdict verdict) {
  return verdict == Verdict::kListing || verdict == Verdict::kPastTheEnd || verdict == Verdict::kEmpty;
}

}  // namespace dekko
