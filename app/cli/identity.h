// Who dekko says it is: one place, so that every command that asks a site says the same.
#pragma once

#include <string>

#include "crawler/fetch/curl_fetcher.h"

namespace dekko {

inline constexpr const char* kSoftware = "dekko/" DEKKO_VERSION;

// User-Agent, and From where the contact is a mail address. contact: as require_contact() lets it pass; may
// be empty.
inline FetchOptions identified(const std::string& contact) {
  FetchOptions options{.user_agent = kSoftware};
  if (!contact.empty()) options.user_agent += " (+" + contact + ")";
  if (contact.find('@') != std::string::npos) options.from = contact;
  return options;
}

}  // namespace dekko
