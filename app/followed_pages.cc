#include "app/followed_pages.h"

#include "core/limits.h"

namespace dekko {

bool FollowedPages::saw(const Page& page, const std::vector<std::string>& noise) {
  const Result<Url> next = Url::parse(page.next.value_or(""));
  if (!next) return true;
  const PageAddress named = page_address(*next, noise);
  if (named.numbered) return true;
  if (places_.size() >= limits::kFollowedPages) return false;
  places_.insert_or_assign(named.listing.text(), Place{page.listing, page.page + 1});
  return true;
}

PageAddress FollowedPages::place_of(const Url& url, const std::vector<std::string>& noise) const {
  PageAddress where = page_address(url, noise);
  const auto followed = where.numbered ? places_.end() : places_.find(where.listing.text());
  if (followed == places_.end() || followed->second.listing == where.listing.text()) return where;
  if (const Result<Url> listing = Url::parse(followed->second.listing)) where.listing = *listing;
  where.page = followed->second.page;
  return where;
}

}  // namespace dekko
