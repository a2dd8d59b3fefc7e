#include "app/listing_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/spelling.h"

namespace dekko {

namespace {

Result<ConfiguredListing> find(const std::string& word, const Config& config) {
  std::vector<std::string> names;
  for (const ConfiguredListing& listing : config.listings) {
    if (word == listing.name || word == listing.url) return listing;
    if (!listing.name.empty()) names.push_back(listing.name);
  }
  if (word.find("://") != std::string::npos) return ConfiguredListing{.url = word};
  const std::string near = nearest_spelling(word, names);
  return Error{ErrorCode::kUsage, word, "is neither an address nor a listing of the config file",
               near.empty() ? "write the address in full, as in https://example.org/tag/x/"
                            : fmt::format("did you mean `{}`?", near)};
}

Result<ListingPlan> plan_for(const ConfiguredListing& listing, const ListingWishes& wishes,
                             const Profiles& profiles) {
  const Result<Url> url = Url::parse(listing.url);
  if (!url) return Error{ErrorCode::kUsage, url.error().context, url.error().detail, url.error().cure};
  ListingPlan plan{
      .url = url->without_fragment(), .profile = wishes.profile, .permission = listing.permission};
  if (const auto& pages = wishes.pages ? wishes.pages : listing.pages) {
    const Result<PageRange> range = parse_page_range(*pages);
    if (!range) return range.error();
    plan.pages = *range;
  }
  if (!plan.profile && listing.profile) {
    plan.profile = profiles.by_name(*listing.profile);
    if (!plan.profile) return Error{ErrorCode::kUsage, *listing.profile, "is no profile that dekko knows"};
  }
  if (!plan.profile) {
    plan.profile = &profiles.for_url(plan.url);
    plan.claimed = true;
    if (plan.profile == &profiles.shape()) plan.source = ProfileSource::kNone;
  }
  return plan;
}

}  // namespace

Result<std::vector<ListingPlan>> choose_listings(const ListingWishes& wishes, const Config& config,
                                                 const Profiles& profiles) {
  std::vector<ConfiguredListing> chosen =
      wishes.words.empty() ? config.listings : std::vector<ConfiguredListing>();
  for (const std::string& word : wishes.words) {
    Result<ConfiguredListing> listing = find(word, config);
    if (!listing) return listing.error();
    chosen.push_back(std::move(*listing));
  }
  if (chosen.empty()) {
    return Error{ErrorCode::kUsage, "crawl", "there is nothing to walk",
                 "name an address, or write [[listing]] tables into dekko.toml"};
  }
  std::vector<ListingPlan> plans;
  for (const ConfiguredListing& listing : chosen) {
    Result<ListingPlan> plan = plan_for(listing, wishes, profiles);
    if (!plan) return plan.error();
    plans.push_back(std::move(*plan));
  }
  return plans;
}

Result<void> require_contact(const std::vector<Url>& urls, const std::string& contact) {
  const bool valid = contact.find('@') != std::string::npos || contact.starts_with("http://") ||
                     contact.starts_with("https://");
  const bool clean = std::none_of(contact.begin(), contact.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '(' || c == ')';
  });
  if (!contact.empty() && (!valid || !clean)) {
    return Error{ErrorCode::kUsage, contact, "is neither a mail address nor an http(s) address"};
  }
  for (const Url& url : urls) {
    if (url.is_loopback() || !contact.empty()) continue;
    return Error{ErrorCode::kUsage, std::string(url.host()),
                 "a site's owner must be able to reach whoever crawls it",
                 "give --contact with your mail address or a page about your project"};
  }
  return {};
}

}  // namespace dekko
