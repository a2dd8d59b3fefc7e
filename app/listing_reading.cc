#include "app/listing_reading.h"

#include <algorithm>
#include <set>

#include "app/pinned_profiles.h"
#include "app/stored_body.h"
#include "extractors/infer/inference.h"
#include "extractors/page_fit.h"

namespace dekko {

namespace {

std::vector<std::string> urls_of(const Page& page) {
  std::vector<std::string> urls;
  for (const Card& card : page.cards) urls.push_back(card.url);
  return urls;
}

// All cards of the one, and others.
bool shows_more(const Page& more, const Page& page) {
  if (page.cards.empty() || more.verdict != Verdict::kListing || more.cards.size() <= page.cards.size())
    return false;
  const std::vector<std::string> urls = urls_of(more);
  const std::set<std::string> all(urls.begin(), urls.end());
  return std::all_of(page.cards.begin(), page.cards.end(),
                     [&](const Card& card) { return all.contains(card.url); });
}

}  // namespace

Result<Page> PageReader::read(const Capture& capture) const {
  const Result<ParsedPage> parsed = parse_page(capture);
  if (!parsed) return parsed.error();
  Page page = extract(*parsed, capture, *profile_);
  if (source_ != ProfileSource::kInferred || page.verdict != Verdict::kListing) return page;
  const Profile shape = writing_of(profile_->at(capture.fetched_at));
  if (blocks_by_shape(*parsed, capture, shape).size() <= page.cards.size()) return page;
  Page whole = extract(*parsed, capture, shape);
  if (!shows_more(whole, page)) return page;
  whole.problems.push_back({0, "cards", "pinned_profile_misses_some", "all are read by their shape"});
  return whole;
}

Result<void> ListingReading::recall(Moment now, RunId run) {
  Result<std::vector<PageShape>> past =
      store_.memory().shapes(listing_, reading_fingerprint(profile_->at(now)), run);
  if (!past) return past.error();
  past_ = std::move(*past);
  return {};
}

Result<void> ListingReading::recall_first(const std::filesystem::path& archive) {
  if (source_ != ProfileSource::kNone || first_) return {};
  const Result<std::vector<StoredPage>> pages = store_.memory().pages(listing_);
  if (!pages) return pages.error();
  StoredBodies bodies(archive);
  for (const StoredPage& page : *pages) {
    if (page.verdict != Verdict::kListing) continue;
    Result<Capture> capture = bodies.capture_of(page);
    if (!capture) continue;  // without its body there is nothing to infer from
    first_ = std::move(*capture);
    break;
  }
  return {};
}

Page ListingReading::accept(Result<Page> page, const Capture& capture, int number) const {
  if (!page) {
    Page unreadable{.url = capture.url.text(), .page = number, .profile = profile_->name};
    unreadable.verdict = Verdict::kNotAListing;
    unreadable.problems.push_back({.field = "body", .reason = page.error().detail});
    page = std::move(unreadable);
  }
  // A listing that redirects to its canonical address stays the listing that was asked for.
  page->listing = listing_;
  page->page = number;  // its address need not tell it (an offset, a cursor), or counts from zero
  hold_against_past(*page, capture.fetched_at);
  return std::move(*page);
}

void ListingReading::hold_against_past(Page& page, Moment seen) const {
  if (past_.empty()) return;
  std::vector<Problem> problems;
  if (page.verdict == Verdict::kListing) {
    const Result<std::vector<Card>> known = store_.memory().known(listing_, urls_of(page));
    // The next step writes to the same database, and fails there where it cannot be read.
    problems = known ? misfits(page, shape_of(page, seen), past_, *known)
                     : std::vector<Problem>{{0, "url", "past_unreadable", known.error().detail}};
    if (known && !problems.empty()) page.verdict = Verdict::kUnrecognized;
  } else if (page.verdict == Verdict::kUnrecognized) {
    problems.push_back(vanished_cards(past_));
  }
  page.problems.insert(page.problems.begin(), problems.begin(), problems.end());
}

bool ListingReading::is_read_alike(const PageCopy& copy, Moment now) const {
  return copy.profile_fingerprint == reading_fingerprint(profile_->at(now));
}

Result<std::optional<std::string>> ListingReading::learn(const Capture& capture, const Page& page) {
  if (source_ != ProfileSource::kNone || page.verdict != Verdict::kListing)
    return std::optional<std::string>();
  if (first_ && first_->url != capture.url) return pin(capture);
  first_ = capture;
  return std::optional<std::string>();
}

// What reads both pages as their shape does reads on where that reading stands: under its fingerprint, so
// that a change on the first two pages is seen as one.
Result<std::optional<std::string>> ListingReading::pin(const Capture& second) {
  source_ = ProfileSource::kDeclared;
  const Url listing = *Url::parse(listing_);
  const Result<Inference> inference =
      infer_profile({{.capture = &*first_}, {.capture = &second}}, *profile_,
                    {.name = profile_name_for(listing, true), .claims = claims_for(listing)});
  first_.reset();
  if (!inference) return std::optional<std::string>();
  const PinnedProfile pinned{.name = inference->draft.name,
                             .toml = inference->toml,
                             .fingerprint = profile_->fingerprint,
                             .since = second.fetched_at};
  Result<Profile> profile = profile_of(pinned);
  if (!profile) return profile.error();
  if (const Result<void> kept = store_.pin_profile(listing_, pinned); !kept) return kept.error();
  inferred_ = std::move(*profile);
  profile_ = &*inferred_;
  source_ = ProfileSource::kInferred;
  return std::optional(inferred_->name);
}

}  // namespace dekko
