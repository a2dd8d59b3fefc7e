#include "app/robots_errand.h"

#include <fmt/format.h>

#include "core/limits.h"

namespace dekko {

using Kind = RobotsAnswer::Kind;

RobotsErrand::RobotsErrand(RobotsGate::FetchFirst first) : first_(std::move(first)), at_(first_.robots_url) {}

Request RobotsErrand::request() const {
  return {.url = at_,
          .purpose = Purpose::kRobots,
          .if_none_match = first_.etag,
          .if_modified_since = first_.last_modified};
}

std::optional<RobotsAnswer> RobotsErrand::heard(const Stored& answer) {
  if (std::holds_alternative<Fetched>(answer.outcome)) {
    if (!answer.unreadable.empty()) return RobotsAnswer{.kind = Kind::kUnreachable, .why = answer.unreadable};
    return RobotsAnswer{
        .kind = Kind::kBody, .body = answer.body, .etag = answer.etag, .last_modified = answer.last_modified};
  }
  if (const auto* redirect = std::get_if<Redirected>(&answer.outcome)) return follow(redirect->location);
  const std::string why = describe(answer.outcome);
  if (std::holds_alternative<NotModified>(answer.outcome)) return RobotsAnswer{.kind = Kind::kUnchanged, .why = why};
  const auto* error = std::get_if<HttpError>(&answer.outcome);
  const Kind kind = error ? RobotsAnswer::of_status(error->exchange.status, "").kind : Kind::kUnreachable;
  return RobotsAnswer{.kind = kind, .why = why};
}

std::optional<RobotsAnswer> RobotsErrand::follow(const std::string& location) {
  if (++hops_ > limits::kRedirects) {
    return RobotsAnswer{.kind = Kind::kUnavailable, .why = fmt::format("more than {} redirects", limits::kRedirects)};
  }
  const Result<Url> next = at_.resolve(location);
  if (!next) return RobotsAnswer{.kind = Kind::kUnavailable, .why = "was redirected to no address"};
  at_ = next->without_fragment();
  return std::nullopt;
}

}  // namespace dekko
