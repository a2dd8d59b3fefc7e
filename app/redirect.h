// Which redirects of a listing's page are followed, and what the others are called. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/url.h"

namespace dekko {

struct RedirectVerdict {
  bool follow = false;
  bool login = false;  // what stands there asks who we are: not the listing
  std::string why = {};  // "redirected to page 1", "redirected to a login: ...", "redirected to another site: ..."
};

// `asked` is the page that is wanted, `from` where the walk stands after earlier redirects. Only another name of
// the same page is followed: the same site, the same page number. noise: as for page_address().
RedirectVerdict judge_redirect(const Url& asked, const Url& from, const std::string& location,
                               const std::vector<std::string>& noise);

}  // namespace dekko
