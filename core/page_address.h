// Which listing an address belongs to, and which page of it: the rules of paging, one way and back.
//
//   https://h/tag/x/             listing https://h/tag/x/   page 1
//   https://h/tag/x/page/3/      listing https://h/tag/x/   page 3
//   https://h/news?page=3&s=a    listing https://h/news?s=a page 3
//
// "/page/N" in the path wins over any page number in the query, which is then noise together with "t" and
// "c": taken at face value, /page/523/?c=x&page=545 makes an N x M trap for a walker. Of two numbers under
// one name in a query the last counts, and an empty one is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/url.h"

namespace dekko {

struct PageAddress {
  // How this listing writes its page numbers; kPath is assumed where page 1 does not tell.
  enum class Style { kPath, kQuery };
  static constexpr size_t kAtTheEnd = SIZE_MAX;

  Url listing;  // without page number, fragment and noise
  int page = 1;
  Style style = Style::kPath;
  std::string key = "page";   // the query parameter or path word: page, paged, p, ...
  bool numbered = false;      // whether the address itself names its page, as page 1 mostly does not
  int first = 1;              // the number that page 1 goes by: 0 where "?page=1" is the second page
  int step = 1;               // from page to page: 10 where "?start=20" is the third (crawler/walk/offset.h)
  size_t place = kAtTheEnd;   // how many of the listing's own parameters stand before the number in a query
  bool closing_slash = true;  // whether a number in the path is followed by one
  std::vector<std::string> noise = {};  // as given, so that the listing's links are read alike

  // The address of page k of the same listing, the number where this address has it; page 1 is the bare
  // address.
  Url of_page(int k) const;
};

// Parameters that never tell pages apart (utm_source, fbclid, ...) are dropped, and so are those named in
// `noise`.
// "?page=0" is page 1 of a listing that counts from zero; of a higher number nobody can tell, and it counts
// from one.
PageAddress page_address(const Url& url, const std::vector<std::string>& noise = {});

// Whether two listings' addresses, as a page's links and its own address spell them, name one: "www.", TLS
// and a closing slash aside.
bool same_listing(const Url& a, const Url& b);

}  // namespace dekko
