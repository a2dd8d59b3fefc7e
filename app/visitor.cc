#include "app/visitor.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "crawler/polite/retry.h"

namespace dekko {

namespace {

Failure failure_of(const FetchOutcome& outcome) {
  if (const auto* error = std::get_if<HttpError>(&outcome))
    return {.status = error->exchange.status, .reason = {}};
  if (const auto* broken = std::get_if<Broken>(&outcome)) return {.status = 0, .reason = broken->reason};
  return {.status = 0, .reason = std::string(name_of(outcome))};
}

bool is_failure(const FetchOutcome& outcome) {
  if (const auto* error = std::get_if<HttpError>(&outcome)) {
    return error->exchange.status >= 500 || error->exchange.status == 429;
  }
  return std::holds_alternative<TimedOut>(outcome) || std::holds_alternative<Broken>(outcome) ||
         std::holds_alternative<TooLarge>(outcome);
}

LedgerLine ledger_line(const Answer& answer, Moment at, Seconds waited, std::string_view rule) {
  LedgerLine line{.at = at,
                  .url = answer.url.text(),
                  .host = std::string(answer.url.host()),
                  .purpose = answer.purpose,
                  .waited = waited,
                  .rule = std::string(rule),
                  .took = answer.took,
                  .outcome = std::string(name_of(answer.outcome))};
  if (const Exchange* exchange = exchange_of(answer.outcome)) {
    line.status = exchange->status;
    line.bytes = exchange->response_head.size() + exchange->body.size();
  }
  return line;
}

}  // namespace

Visit Visitor::visit(const Url& url, Purpose purpose) {
  Url at = url;
  for (int hops = 0; hops <= limits::kRedirects; ++hops) {
    if (auto end = pass_gate(at)) return std::move(*end);
    Asked asked = ask(at, purpose);
    if (auto* end = std::get_if<Visit>(&asked)) return std::move(*end);
    Kept& kept = std::get<Kept>(asked);
    if (std::holds_alternative<Fetched>(kept.answer.outcome)) {
      if (kept.capture) return Arrived{std::move(*kept.capture)};
      return NotHad{"its body cannot be read: " + kept.unreadable};
    }
    const auto* redirect = std::get_if<Redirected>(&kept.answer.outcome);
    if (!redirect) return NotHad{describe(kept.answer.outcome)};
    ++counters_["redirect"];
    const Result<Url> next = at.resolve(redirect->location);
    if (!next) return NotHad{"redirected to no address: " + redirect->location};
    if (!same_site(url, *next)) return NotHad{"redirected to another site: " + next->text()};
    at = next->without_fragment();
  }
  return NotHad{fmt::format("more than {} redirects", limits::kRedirects)};
}

std::optional<Visit> Visitor::pass_gate(const Url& url) {
  RobotsGate::Decision decision = parts_.gate.ask(url, parts_.clock.now());
  if (const auto* first = std::get_if<RobotsGate::FetchFirst>(&decision)) {
    if (auto end = learn_robots(first->robots_url)) return end;
    decision = parts_.gate.ask(url, parts_.clock.now());
  }
  if (const auto* refused = std::get_if<RobotsGate::Refused>(&decision)) {
    ++counters_["robots: refused"];
    return RefusedByRobots{url, refused->verdict, refused->unreachable};
  }
  if (const auto delay = parts_.gate.crawl_delay(url)) parts_.pacer.set_crawl_delay(url, *delay);
  return std::nullopt;
}

// RFC 9309 section 2.3.1: what each kind of answer to /robots.txt means.
std::optional<Visit> Visitor::learn_robots(const Url& robots_url) {
  using Kind = RobotsAnswer::Kind;
  const auto learn = [&](Kind kind, std::string text) -> std::optional<Visit> {
    RobotsAnswer answer{.kind = kind};
    (kind == Kind::kBody ? answer.body : answer.why) = std::move(text);
    parts_.gate.learn(robots_url, answer, parts_.clock.now());
    return std::nullopt;
  };
  Url at = robots_url;
  for (int hops = 0; hops <= limits::kRedirects; ++hops) {
    Asked asked = ask(at, Purpose::kRobots);
    if (auto* end = std::get_if<Visit>(&asked)) return std::move(*end);
    Kept& kept = std::get<Kept>(asked);
    const FetchOutcome& outcome = kept.answer.outcome;
    if (std::holds_alternative<Fetched>(outcome)) {
      return kept.capture ? learn(Kind::kBody, std::move(kept.capture->body))
                          : learn(Kind::kUnreachable, kept.unreadable);
    }
    if (const auto* redirect = std::get_if<Redirected>(&outcome)) {
      const Result<Url> next = at.resolve(redirect->location);
      if (!next) return learn(Kind::kUnavailable, "redirected to no address");
      at = next->without_fragment();
      continue;
    }
    const auto* error = std::get_if<HttpError>(&outcome);
    const Kind kind = error ? RobotsAnswer::of_status(error->exchange.status, "").kind : Kind::kUnreachable;
    return learn(kind, describe(outcome));
  }
  return learn(Kind::kUnavailable, fmt::format("more than {} redirects", limits::kRedirects));
}

Visitor::Asked Visitor::ask(const Url& url, Purpose purpose) {
  for (int tries = 1;; ++tries) {
    Asked asked = ask_once(url, purpose);
    const auto* kept = std::get_if<Kept>(&asked);
    if (!kept) return asked;
    if (!is_failure(kept->answer.outcome)) {
      failures_in_a_row_ = 0;
      return asked;
    }
    ++failures_in_a_row_;
    const RetryVerdict verdict = retry(failure_of(kept->answer.outcome), tries);
    if (!verdict.again || failures_in_a_row_ >= kFailuresInARow) return asked;
    ++counters_["retry: " + verdict.reason];
  }
}

std::optional<Visit> Visitor::wait_for_turn(const Turn& turn) {
  const Seconds pause = turn.at - parts_.clock.steady();
  if (!parts_.budget.allows(requests_, std::max(turn.at, parts_.clock.steady()))) return OverBudget{};
  if (pause > Seconds(0)) parts_.waiting(pause);
  if (pause > Seconds(0) ? parts_.interrupt.sleep(pause) : parts_.interrupt.happened()) return Stopped{};
  return std::nullopt;
}

Visitor::Asked Visitor::ask_once(const Url& url, Purpose purpose) {
  const Turn turn = parts_.pacer.turn(url);
  const Seconds before = parts_.clock.steady();
  if (auto end = wait_for_turn(turn)) return std::move(*end);
  const Seconds waited = std::max(Seconds(0), parts_.clock.steady() - before);
  const Moment at = parts_.clock.now();
  parts_.fetcher.start(Request{.url = url, .purpose = purpose});
  std::optional<Answer> answer;
  while (!answer) answer = parts_.fetcher.wait(Seconds(1));
  ++requests_;
  pace(*answer);
  const LedgerLine line = ledger_line(*answer, at, waited, turn.rule);
  bytes_ += line.bytes;
  if (const Result<void> noted = parts_.note(line); !noted) return Visit(NotStored{noted.error()});
  if (std::holds_alternative<Interrupted>(answer->outcome)) return Visit(Stopped{});
  Kept kept{.answer = std::move(*answer)};
  if (const Result<void> stored = keep(kept); !stored) return Visit(NotStored{stored.error()});
  return kept;
}

// From here the answer is on disk, and what is read from now on is the record, not the socket's octets.
Result<void> Visitor::keep(Kept& kept) {
  const Exchange* exchange = exchange_of(kept.answer.outcome);
  if (!exchange) return {};
  const Result<RecordRef> record = parts_.archive.append(*exchange);
  if (!record) return record.error();
  Result<Capture> capture = read_capture(parts_.archive_folder, *record);
  if (!capture) {
    kept.unreadable = capture.error().message();
    ++counters_["unreadable body"];
    return {};
  }
  const bool is_page = std::holds_alternative<Fetched>(kept.answer.outcome);
  if (!is_page && kept.answer.purpose != Purpose::kRobots) {
    if (const Result<void> noted = parts_.hop(*capture); !noted) return noted.error();
  }
  kept.capture = std::move(*capture);
  return {};
}

void Visitor::pace(const Answer& answer) {
  const Seconds now = parts_.clock.steady();
  parts_.pacer.answered(answer.url, now, answer.took, !is_failure(answer.outcome));
  if (const auto* error = std::get_if<HttpError>(&answer.outcome); error && error->retry_after) {
    parts_.pacer.asked_to_wait(answer.url, now, *error->retry_after);
  }
}

}  // namespace dekko
