#include "crawler/walk/paging.h"

namespace dekko {

namespace {

bool counts_from_zero(const PageAddress& link, int k) {
  return k == 1 && link.style == PageAddress::Style::kQuery && link.page == 1 && link.first == 1;
}

}  // namespace

std::optional<Paging::Link> Paging::read(std::string_view next, int k) {
  const Result<Url> url = Url::parse(next);
  if (!url || !same_site(*url, first_)) return std::nullopt;
  PageAddress link = page_address(*url, names_.noise);
  if (!link.numbered) return Link{link.listing, std::nullopt};
  const bool from_zero =
      link.first == 0 || (names_.first == 0 && link.style == names_.style) || counts_from_zero(link, k);
  if (from_zero && link.first == 1) ++link.page;
  link.first = from_zero ? 0 : 1;
  if (link.page > k) {
    names_ = link;
    certain_ = true;
  }
  return Link{address(link.page), link.page};
}

bool Paging::take_up(const Url& url, int k) {
  PageAddress link = page_address(url, names_.noise);
  if (!link.numbered) return false;
  if (link.page == k - 1) link.first = 0;
  names_ = link;
  certain_ = true;
  return true;
}

}  // namespace dekko
