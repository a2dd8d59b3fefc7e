#include "extractors/sanity.h"

#include <algorithm>
#include <unordered_set>

#include "core/limits.h"
#include "extractors/find/excerpt.h"

namespace dekko {

namespace {

using Seen = std::unordered_set<std::string>;

// The reason to set a card aside, with the field that it concerns; an empty reason for a good card.
Problem fault_of(const Card& card, Seen& seen) {
  if (card.url.empty())
    return {card.position, "url", "without_link", excerpt_of(card.headline.value_or(card.url))};
  if (!card.headline)
    return {card.position, "headline", "without_headline", excerpt_of(card.headline.value_or(card.url))};
  if (!seen.insert(card.url).second) return {card.position, "url", "repeated", excerpt_of(card.url)};
  return {};
}

void set_aside(Page& page) {
  Seen seen;
  std::vector<Card> kept;
  for (Card& card : page.cards) {
    Problem fault = fault_of(card, seen);
    if (fault.reason.empty()) {
      kept.push_back(std::move(card));
    } else {
      page.problems.push_back(std::move(fault));
    }
  }
  page.cards = std::move(kept);
}

// The days of texts compare as texts.
void drop_future_dates(Page& page, Moment seen_at) {
  const std::string latest = to_text(seen_at + std::chrono::days(1)).substr(0, 10);
  for (Card& card : page.cards) {
    if (!card.published || card.published->substr(0, 10) <= latest) continue;
    card.problems.push_back(
        {card.position, "published", "in_the_future", excerpt_of(card.published_text.value_or(""))});
    card.published.reset();
    card.published_text.reset();
  }
}

// Cards on a page that stands in for another are what it links to ("Latest stories" under "Page not found"),
// unless only a heading says so and the cards are dated.
bool is_stand_in(const Page& page, const PageSigns& signs) {
  if (!signs.stands_in) return false;
  const auto dated = [](const Card& card) { return card.published.has_value(); };
  return signs.titled_so || signs.asks_password || std::none_of(page.cards.begin(), page.cards.end(), dated);
}

Verdict verdict_of(const Page& page, const PageSigns& signs) {
  if (signs.status >= 400) return Verdict::kNotAListing;
  if (is_stand_in(page, signs)) return Verdict::kNotAListing;
  if (!page.cards.empty()) return Verdict::kListing;
  const bool beyond = page.page_count ? page.page > *page.page_count : page.page > 1;
  if (signs.heading && beyond) return Verdict::kPastTheEnd;
  if (signs.says_nothing) return Verdict::kEmpty;
  if (signs.asks_password) return Verdict::kNotAListing;
  return signs.heading || page.page_count ? Verdict::kUnrecognized : Verdict::kNotAListing;
}

void cap_problems(Page& page) {
  const size_t count = page.problems.size();
  if (count <= limits::kProblems) return;
  page.problems.resize(limits::kProblems);
  page.problems.back() = {0, "problems", "too_many", std::to_string(count) + " in all"};
}

}  // namespace

void judge(Page& page, const PageSigns& signs, Moment seen_at) {
  set_aside(page);
  drop_future_dates(page, seen_at);
  page.verdict = verdict_of(page, signs);
  if (page.verdict == Verdict::kNotAListing) page.cards.clear();
  if (signs.status >= 400) page.problems.push_back({0, "status", "http_error", std::to_string(signs.status)});
  cap_problems(page);
}

}  // namespace dekko
