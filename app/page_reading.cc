#include "app/page_reading.h"

namespace dekko {

Page read_page(const Capture& capture, const Profile& profile, const std::string& listing, int wanted) {
  Result<Page> page = extract(capture, profile);
  if (!page) {
    Page unreadable{.url = capture.url.text(), .page = wanted, .profile = profile.name};
    unreadable.verdict = Verdict::kNotAListing;
    unreadable.problems.push_back({.field = "body", .reason = page.error().detail});
    page = std::move(unreadable);
  }
  page->listing = listing;
  return std::move(*page);
}

}  // namespace dekko
