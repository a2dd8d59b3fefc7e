// How the pages of one listing are named. It begins with a guess (PageAddress of the address that was given)
// and learns the site's own way from the next links that its pages show.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/page_address.h"
#include "crawler/walk/offset.h"

namespace dekko {

class Paging {
 public:
  explicit Paging(PageAddress start) : first_(start.listing), start_(start), names_(std::move(start)) {}

  // Where a next link leads. page: its number, none where the address tells none (a cursor, the first of a listing's offsets).
  struct Link {
    Url url;
    std::optional<int> page;
  };
  // Reads the next link that page k shows, and names later pages as it does. Nothing if it is no address of
  // this site. A link "?page=1" on page 1 means that the site counts from zero.
  std::optional<Link> read(std::string_view next, int k);
  // Takes over from an earlier walk: this is what page k was called. False if the address tells no number and
  // no offset that only page k begins with.
  bool take_up(const Url& url, int k);

  // The address of page k; page 1 is the one that was given.
  Url address(int k) const { return k <= 1 ? first_ : names_.of_page(k); }
  // Whether the site itself has shown how it numbers its pages.
  bool is_certain() const { return certain_ || names_.numbered; }

 private:
  struct Seen {  // an offset, and the page that begins there
    Offset offset;
    int page = 1;
  };
  Link read_offset_link(const Offset& offset, const Url& link, int k);

  Url first_;
  PageAddress start_, names_;
  std::optional<Seen> seen_;
  bool certain_ = false;
};

}  // namespace dekko
