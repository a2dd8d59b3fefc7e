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
  if (!link.numbered) {
    const auto offset = read_offset(link.listing, start_);
    return offset ? read_offset_link(*offset, link.listing, k) : Link{link.listing, std::nullopt};
  }
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

Paging::Link Paging::read_offset_link(const Offset& offset, const Url& link, int k) {
  const std::optional<int> page = page_at(offset, names_);
  if (page) return {address(*page), page};
  const auto names = seen_ ? named_by(seen_->offset, seen_->page, offset, k + 1) : std::nullopt;
  seen_ = Seen{offset, k + 1};
  certain_ = names.has_value();
  names_ = names.value_or(start_);
  return names ? Link{address(k + 1), k + 1} : Link{link, std::nullopt};
}

bool Paging::take_up(const Url& url, int k) {
  PageAddress link = page_address(url, names_.noise);
  if (!link.numbered) {
    const auto offset = read_offset(link.listing, start_);
    const auto names = offset ? named_by(*offset, k) : std::nullopt;
    if (!names) return false;
    names_ = *names;
    return certain_ = true;
  }
  if (link.page == k - 1) link.first = 0;
  names_ = link;
  certain_ = true;
  return true;
}

}  // namespace dekko
