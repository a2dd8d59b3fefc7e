#include "app/fetch_robots.h"

#include "app/decoded.h"
#include "app/robots_errand.h"

namespace dekko {

namespace {

Stored unstored(FetchOutcome outcome) {
  Stored stored{.outcome = std::move(outcome)};
  const auto* fetched = std::get_if<Fetched>(&stored.outcome);
  if (!fetched) return stored;
  Result<Capture> capture = decoded(fetched->exchange);
  if (capture) {
    stored.body = std::move(capture->body);
  } else {
    stored.unreadable = capture.error().message();
  }
  return stored;
}

}  // namespace

RobotsAnswer fetch_robots(const RobotsGate::FetchFirst& first, Fetcher& fetcher) {
  RobotsErrand errand(first);
  for (;;) {
    Request request = errand.request();
    request.named_host = first.robots_url.host();
    fetcher.start(std::move(request));
    std::optional<Answer> answer;
    while (!answer) answer = fetcher.wait(Seconds(1));
    if (auto learnt = errand.heard(unstored(std::move(answer->outcome)))) return std::move(*learnt);
  }
}

}  // namespace dekko
