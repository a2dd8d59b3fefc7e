// The site as a function from request to reply, and the state that moves between them: posts, faults still
// due, requests counted. Knows no socket; SiteServer serves it. Not thread-safe.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/change.h"
#include "tests/support/fault.h"
#include "tests/support/layout.h"
#include "tests/support/listing.h"

namespace dekko::site {

struct SiteOptions {
  int posts = 1130;
  Layout layout = Layout::kT24P;
  uint64_t seed = 1;
  std::string slug = "x";
  size_t page_bytes = 90'000;
  int pinned = 0;  // posts that stand on top of every page
  int night = 0;  // days later: another date on top, another nonce

  std::string robots = "User-agent: *\nAllow: /\n";
  int robots_status = 200;       // where it is a redirect's, `robots` is its Location
  std::string robots_tag = "";   // X-Robots-Tag of the listing's pages; empty for none
  std::string robots_meta = "";  // <meta name="robots"> of the listing's pages; empty for none

  bool gzip = true;        // for clients that accept it
  bool chunked = false;    // instead of Content-Length
  bool validators = true;  // ETag and Last-Modified, and 304 where they match
  int retry_after = 1;     // seconds, with every 429
  std::chrono::milliseconds slow_time{2000};

  std::vector<FaultRule> faults = {};
  std::vector<Change> changes = {};
};

struct Ask {
  std::string path;  // without query
  std::string query = {};
  std::string if_none_match = {};
  std::string if_modified_since = {};
};

struct Reply {
  enum class Delivery { kWhole, kSlow, kDrop, kTruncated, kWrongLength, kEndless, kDrip };
  int status = 200;
  std::string type = "text/html; charset=UTF-8";
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
  std::string coding = {};  // of a body that is coded already
  Delivery delivery = Delivery::kWhole;
};

class Newspaper {
 public:
  explicit Newspaper(SiteOptions options);

  // GET /robots.txt, /tag/<slug>/, /tag/<slug>/page/<k>/. Page 1 by number and an address without its last
  // slash are redirected to the listing's own form; everything else is 404.
  Reply reply(const Ask& ask);

  // The page as it stands now, without fault.
  std::string page(int number) const;
  int page_count() const { return listing_.page_count(); }
  const Listing& listing() const { return listing_; }

  void apply(const Change& change);
  // From now on every page is in this mark-up; posts and addresses stay.
  void redesign(Layout layout) { options_.layout = layout; }
  // From now on a page shows so many posts.
  void resize(int posts_a_page) { listing_.resize(posts_a_page); }
  // Not of the listing; the same at any time.
  std::vector<Post> pinned_posts() const;
  void add_fault(FaultRule rule) { options_.faults.push_back(rule); }
  void forget_faults() { options_.faults.clear(); }
  void set_robots(std::string text, int status);
  const SiteOptions& options() const { return options_; }

 private:
  Reply robots_reply() const;
  Reply listing_reply(const Ask& ask, int page);
  Reply faulty(Fault fault, const Ask& ask, Reply whole) const;
  Reply validated(const Ask& ask, std::string body) const;
  void apply_due_changes();

  SiteOptions options_;
  Listing listing_;
  int pages_answered_ = 0;
  int changes_done_ = 0;
};

}  // namespace dekko::site
