#include "extractors/sanity.h"

#include <algorithm>
#include <optional>
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

// A day is compared as a day: it is in the future where it has begun nowhere on earth. The days of texts
// compare as texts.
bool is_in_the_future(const std::string& published, Moment seen_at) {
  const Moment latest = seen_at + std::chrono::days(1);
  if (published.size() <= 10) return published > to_text(latest).substr(0, 10);
  const Result<Moment> moment = parse_moment(published);
  return moment ? *moment > latest : published.substr(0, 10) > to_text(latest).substr(0, 10);
}

void drop_future_dates(Page& page, Moment seen_at) {
  for (Card& card : page.cards) {
    if (!card.published || !is_in_the_future(*card.published, seen_at)) continue;
    card.problems.push_back(
        {card.position, "published", "in_the_future", excerpt_of(card.published_text.value_or(""))});
    card.published.reset();
    card.published_text.reset();
  }
}

struct Judgement {
  Verdict verdict = Verdict::kListing;
  Problem reason = {};  // of kNotAListing
};

Judgement stranger(std::string field, std::string_view reason, std::string_view excerpt) {
  return {Verdict::kNotAListing, {0, std::move(field), std::string(reason), excerpt_of(excerpt)}};
}

// Cards that anything but the profile's selectors found may be what a page offers in place of a list.
bool found_as_told(const PageSigns& signs) {
  return signs.cards == CardSource::kSelectors;
}

bool has_dates(const Page& page) {
  return std::any_of(page.cards.begin(), page.cards.end(),
                     [](const Card& card) { return card.published.has_value(); });
}

// Whether the title takes cards that were found by their shape for what such a page links to instead. A
// cookie banner or a window to log in stands above a list, too, and a topic may be called "Maintenance".
bool outweighs_cards(const Page& page, const PageSigns& signs) {
  const Stranger kind = signs.titled->kind;
  const bool window = kind == Stranger::kConsent || kind == Stranger::kLogin;
  if (signs.titled->sureness == Sureness::kCertain) return signs.titled_document || !window;
  const bool topic = kind == Stranger::kMaintenance || kind == Stranger::kConsent;
  return signs.titled->sureness == Sureness::kSays && signs.titled_document && !topic && !has_dates(page);
}

// What is in place of a listing, whatever cards there seem to be.
std::optional<Judgement> stranger_with_cards(const Page& page, const PageSigns& signs) {
  if (signs.status >= 400) return stranger("status", "http_error", std::to_string(signs.status));
  if (signs.profile_stranger) return stranger("verdict", "sign_of_the_profile", *signs.profile_stranger);
  if (!signs.titled) return std::nullopt;
  const bool certain = signs.titled->sureness == Sureness::kCertain;
  const bool log_in =
      signs.titled->kind == Stranger::kLogin || (certain && signs.titled->kind != Stranger::kConsent);
  const bool own_title = signs.titled_document || !page.page_count;
  if (signs.asks_password && log_in && own_title) return stranger("verdict", "login", signs.title);
  if (found_as_told(signs) || !outweighs_cards(page, signs)) return std::nullopt;
  return stranger("verdict", to_text(signs.titled->kind), signs.title);
}

// What is in place of a listing, told by less where there are no cards at all. A page that says it has
// nothing may say "Oops" above it and ask to log in beside it.
std::optional<Judgement> stranger_without_cards(const Page& page, const PageSigns& signs, bool nothing) {
  const std::string& name = page.title ? *page.title : page.url;
  const bool apology = nothing && signs.titled && signs.titled->kind == Stranger::kError;
  if (signs.titled && !page.page_count && !apology)
    return stranger("verdict", to_text(signs.titled->kind), signs.title);
  if (signs.marked) return stranger("verdict", to_text(*signs.marked), name);
  // A later page of a site that asks to log in on every page.
  const bool own_page = signs.heading && signs.is_linked && page.page > 1;
  if (nothing || page.page_count || own_page) return std::nullopt;
  if (signs.asks_password) return stranger("verdict", "login", name);
  if (signs.asks_proof) return stranger("verdict", "challenge", name);
  return std::nullopt;
}

// Cards by shape on a page where the profile's selectors find none: a new layout, or, past the last number of
// the pager, what the site offers there.
Judgement judgement_of_other_shape(const Page& page, const PageSigns& signs) {
  const bool past = signs.heading && page.page_count && page.page > *page.page_count;
  return {past ? Verdict::kPastTheEnd : Verdict::kUnrecognized};
}

// A later page with a heading and no cards, where no pager tells how many there are: past the end, unless it
// asks for something, as gates do, and neither says that there is nothing nor links to its listing.
bool is_past_the_end(const Page& page, const PageSigns& signs, bool nothing) {
  if (!signs.heading) return false;
  if (page.page_count) return page.page > *page.page_count;
  return page.page > 1 && (nothing || signs.is_linked || !signs.asks_something);
}

Judgement judgement_of(const Page& page, const PageSigns& signs) {
  if (auto found = stranger_with_cards(page, signs)) return std::move(*found);
  const bool nothing = signs.says_nothing || signs.profile_says_nothing;
  if (!page.cards.empty() && found_as_told(signs)) return {Verdict::kListing};
  if (signs.cards != CardSource::kNone && !nothing) {
    if (page.cards.empty()) return {Verdict::kUnrecognized};
    return signs.cards == CardSource::kShape ? Judgement{Verdict::kListing}
                                             : judgement_of_other_shape(page, signs);
  }
  if (auto found = stranger_without_cards(page, signs, nothing)) return std::move(*found);
  if (is_past_the_end(page, signs, nothing)) return {Verdict::kPastTheEnd};
  if (nothing) return {Verdict::kEmpty};
  if (signs.heading || page.page_count) return {Verdict::kUnrecognized};
  return stranger("verdict", "nothing_of_a_listing", page.title.value_or(page.url));
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
  Judgement judgement = judgement_of(page, signs);
  page.verdict = judgement.verdict;
  const bool may_have_cards = page.verdict == Verdict::kListing || page.verdict == Verdict::kUnrecognized;
  if (!may_have_cards) page.cards.clear();
  if (!judgement.reason.reason.empty())
    page.problems.insert(page.problems.begin(), std::move(judgement.reason));
  cap_problems(page);
}

}  // namespace dekko
