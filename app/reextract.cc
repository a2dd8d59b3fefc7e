#include "app/reextract.h"

#include "app/stored_body.h"
#include "extractors/extract.h"

namespace dekko {

Result<void> Reextraction::read(const std::string& listing, const Changed& changed) {
  const Result<std::vector<StoredPage>> pages = parts_.memory.pages(listing);
  if (!pages) return pages.error();
  const Result<Url> url = Url::parse(listing);
  if (!url) return url.error();
  const Result<const Profile*> profile =
      parts_.named != nullptr ? parts_.named
                              : pins_.instead_of(parts_.profiles.for_url(*url), listing, parts_.memory);
  if (!profile) return profile.error();
  StoredBodies bodies(parts_.archive);
  for (const StoredPage& stored : *pages) {
    const Result<Capture> capture = bodies.capture_of(stored);
    if (!capture && capture.error().code == ErrorCode::kNotFound) {
      ++bodiless_;
      continue;
    }
    if (!capture) return capture.error();
    Result<Page> page = extract(*capture, **profile);
    if (!page) {
      ++unreadable_;
      continue;
    }
    page->listing = listing;
    const bool another = page->profile_fingerprint != stored.fingerprint;
    // What its listing's past set aside stays so, as long as it is read the same way.
    if (stored.set_aside && !another) continue;
    const bool other_verdict = page->verdict != stored.verdict;
    const Result<std::vector<Card>> before = parts_.memory.shown_by(stored.capture_id);
    if (!before) return before.error();
    const std::vector<Card> none;
    const bool differs = differences_.compare(to_text(stored.fetched_at), *before,
                                              page->verdict == Verdict::kListing ? page->cards : none);
    verdicts_ += other_verdict;
    another_ += another;
    if (!differs && !other_verdict && !another) continue;
    if (const Result<void> taken = changed(*capture, *page, **profile); !taken) return taken;
  }
  return {};
}

}  // namespace dekko
