// Which listings a crawl walks: the words on the command line held against the config file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/crawl.h"
#include "core/result.h"
#include "extractors/sites/profiles.h"

namespace dekko {

struct ListingWishes {
  std::vector<std::string> words = {};    // addresses, or names from the config; none: all of the config
  std::optional<std::string> pages = {};  // --pages, for all of them
  const Profile* profile = nullptr;       // --profile, for all of them
};

// Errors are usage errors that name the word and the nearest configured name.
Result<std::vector<ListingPlan>> choose_listings(const ListingWishes& wishes, const Config& config,
                                                 const Profiles& profiles);

// Who may be asked without saying who asks: only loopback. An error names the first other host.
Result<void> require_contact(const std::vector<Url>& urls, const std::string& contact);

}  // namespace dekko
