#include "tests/support/newspaper.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/limits.h"
#include "tests/support/gzipped.h"
#include "tests/support/http_date.h"
#include "tests/support/listing_page.h"
#include "tests/support/pager.h"

namespace dekko::site {
namespace {

// FNV-1a: equal octets, equal tag, on every machine.
std::string entity_tag(std::string_view body) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return fmt::format("\"{:016x}\"", hash);
}

// The page number of an address in the listing's own form; 0 for any other.
int page_number(std::string_view path, std::string_view slug) {
  std::string first = page_path(slug, 1);
  if (path == first) return 1;
  std::string prefix = first + "page/";
  if (!path.starts_with(prefix) || !path.ends_with('/')) return 0;
  path.remove_prefix(prefix.size());
  auto number = parse_count(path.substr(0, path.empty() ? 0 : path.size() - 1));
  return number && *number > 1 ? *number : 0;
}

Reply redirect(int status, std::string location) {
  return Reply{.status = status, .headers = {{"Location", std::move(location)}}};
}

Reply not_found() {
  return Reply{.status = 404, .body = "<!DOCTYPE html><title>Not found</title><h1>Not found</h1>\n"};
}

Reply with_delivery(Reply reply, Reply::Delivery delivery) {
  reply.delivery = delivery;
  return reply;
}

}  // namespace

Newspaper::Newspaper(SiteOptions options)
    : options_(std::move(options)), listing_(options_.seed, options_.posts) {
  apply_due_changes();
}

Reply Newspaper::reply(const Ask& ask) {
  if (ask.path == "/robots.txt") {
    const std::optional<Fault> fault = take_fault(options_.faults, FaultRule::kRobots);
    return fault ? faulty(*fault, ask, robots_reply()) : robots_reply();
  }
  if (int page = page_number(ask.path, options_.slug); page > 0) return listing_reply(ask, page);
  std::string first = page_path(options_.slug, 1);
  if (ask.path + "/" == first || ask.path == first + "page/1/") return redirect(301, first);
  if (page_number(ask.path + "/", options_.slug) > 0) return redirect(301, ask.path + "/");
  return not_found();
}

Reply Newspaper::listing_reply(const Ask& ask, int page) {
  Reply whole = validated(ask, this->page(page));
  std::optional<Fault> fault = take_fault(options_.faults, page);
  ++pages_answered_;
  apply_due_changes();
  return fault ? faulty(*fault, ask, std::move(whole)) : whole;
}

Reply Newspaper::robots_reply() const {
  const int status = options_.robots_status;
  if (status >= 300 && status < 400) return redirect(status, options_.robots);
  return Reply{.status = status, .type = "text/plain; charset=UTF-8", .body = options_.robots};
}

Reply Newspaper::faulty(Fault fault, const Ask& ask, Reply whole) const {
  switch (fault) {
    case Fault::kSlow:
      return with_delivery(std::move(whole), Reply::Delivery::kSlow);
    case Fault::kDrop:
      return with_delivery(std::move(whole), Reply::Delivery::kDrop);
    case Fault::kTruncated:
      return with_delivery(std::move(whole), Reply::Delivery::kTruncated);
    case Fault::kWrongLength:
      return with_delivery(std::move(whole), Reply::Delivery::kWrongLength);
    case Fault::kTooManyBare:
      return Reply{.status = 429};
    case Fault::kTooMany:
      return Reply{.status = 429, .headers = {{"Retry-After", std::to_string(options_.retry_after)}}};
    case Fault::kUnavailable:
      return Reply{.status = 503, .body = "<!DOCTYPE html><h1>Out for lunch</h1>\n"};
    case Fault::kRedirectLoop:
      return redirect(302, ask.path + (ask.query.empty() ? "?again=1" : ""));
    case Fault::kLogin:
      return Reply{.body = render_login()};
    case Fault::kNotHtml:
      return Reply{.type = "application/pdf", .body = "%PDF-1.4\n%invented\n%%EOF\n"};
    case Fault::kEmpty:
      return Reply{};
    case Fault::kHuge:
      return Reply{.body = std::string(limits::kBodyBytes + limits::kMiB, ' ')};
    case Fault::kBomb:
      return Reply{.body = gzipped(std::string(limits::kBodyBytes + 24 * limits::kMiB, ' ')),
                   .coding = "gzip"};
    case Fault::kEndless:
      return with_delivery(std::move(whole), Reply::Delivery::kEndless);
    case Fault::kDrip:
      return with_delivery(std::move(whole), Reply::Delivery::kDrip);
    case Fault::kBigHead:
      whole.headers.push_back({"X-Filler", std::string(10 * limits::kMiB, 'x')});
      return whole;
    case Fault::kToFirst:
      return redirect(302, page_path(options_.slug, 1));
    case Fault::kToLogin:
      return redirect(302, "/login?next=" + ask.path);
    case Fault::kToElsewhere:
      return redirect(302, "http://elsewhere.invalid" + ask.path);
  }
  return whole;
}

Reply Newspaper::validated(const Ask& ask, std::string body) const {
  Reply reply{.body = std::move(body)};
  if (!options_.robots_tag.empty()) reply.headers.push_back({"X-Robots-Tag", options_.robots_tag});
  if (!options_.validators) return reply;
  std::string tag = entity_tag(reply.body);
  // A minute for each change: later than before, and the same in every run.
  std::string modified =
      http_date(std::chrono::sys_seconds{std::chrono::sys_days{std::chrono::year{2024} / 3 / 19}} +
                std::chrono::minutes{changes_done_});
  reply.headers.push_back({"ETag", tag});
  reply.headers.push_back({"Last-Modified", modified});
  // RFC 9110 section 13.2.2: If-Modified-Since counts only without If-None-Match.
  bool same = ask.if_none_match.empty() ? ask.if_modified_since == modified : ask.if_none_match == tag;
  if (!same) return reply;
  reply.status = 304;
  reply.body.clear();
  return reply;
}

// Some years older than what the listing begins with.
std::vector<Post> Newspaper::pinned_posts() const {
  constexpr int kOld = 5000;
  std::vector<Post> posts;
  for (int i = 0; i < options_.pinned; ++i) posts.push_back(make_post(options_.seed, kOld + i));
  return posts;
}

std::string Newspaper::page(int number) const {
  std::vector<Post> posts = listing_.page(number);
  const std::vector<Post> pinned = pinned_posts();
  if (!posts.empty()) posts.insert(posts.begin(), pinned.begin(), pinned.end());
  return render(ListingPage{.slug = options_.slug,
                            .layout = options_.layout,
                            .page = number,
                            .page_count = listing_.page_count(),
                            .posts = std::move(posts),
                            .banner_day = ListingPage{}.banner_day + std::chrono::days(options_.night),
                            .bytes = options_.page_bytes,
                            .robots_meta = options_.robots_meta});
}

void Newspaper::apply(const Change& change) {
  listing_.apply(change);
  ++changes_done_;
}

void Newspaper::apply_due_changes() {
  auto due = [this](const Change& change) { return change.after <= pages_answered_; };
  for (const Change& change : options_.changes)
    if (due(change)) apply(change);
  std::erase_if(options_.changes, due);
}

void Newspaper::set_robots(std::string text, int status) {
  options_.robots = std::move(text);
  options_.robots_status = status;
}

}  // namespace dekko::site
