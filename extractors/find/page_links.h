// The links of a page that lead to other pages of its listing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/find/pager.h"

namespace dekko {

struct PageLink {
  Outline::Place place = 0;
  int number = 0;         // as shown; 0 for a link that shows none
  std::string address;    // absolute; in the listing's own form where it is a page of it
  bool verified = false;  // the address is that page of this listing
};

// "113": digits only, 1 to limits::kPages.
std::optional<int> page_number_of(std::string_view text);

// The same of a text that a reader sees: "1,097" and "١٢" too.
std::optional<int> number_shown(std::string_view text);

// Whether it is a link to an address.
bool leads_somewhere(Node node);

// Links that show a number and lead to this site, in page order.
std::vector<PageLink> numbered_links(const Outline& outline, const PagerRules& rules);

struct NextLink {
  std::string address;
  bool follows = false;  // it is the page after this one, by the rules of its listing's addresses
};
// What the head's rel=next says. Refused where it leads back.
std::optional<NextLink> declared_next(Node head, const PagerRules& rules);
// The link that a reader sees: rel=next first, then words and arrows. Refused where it leads back.
std::optional<std::string> linked_next(const Outline& outline, const PagerRules& rules);

}  // namespace dekko
