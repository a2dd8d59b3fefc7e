// Pages whose addresses do not say which page of which listing they are (an offset, a cursor): the next link
// of the page before tells.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/page.h"
#include "core/page_address.h"

namespace dekko {

class FollowedPages {
 public:
  // Remembers where the page's next link leads, where its address tells no number. False if there are
  // limits::kFollowedPages already, and this one is left out.
  bool saw(const Page& page, const std::vector<std::string>& noise);
  // As page_address(), but of the listing and the number by which a link named it.
  PageAddress place_of(const Url& url, const std::vector<std::string>& noise) const;

 private:
  struct Place {
    std::string listing;
    int page = 1;
  };
  std::unordered_map<std::string, Place> places_;
};

}  // namespace dekko
