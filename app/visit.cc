#include "app/visit.h"

#include <fmt/format.h>

#include "app/redirect.h"
#include "core/limits.h"

namespace dekko {

namespace {

Failure failure_of(const FetchOutcome& outcome) {
  if (const auto* error = std::get_if<HttpError>(&outcome))
    return {.status = error->exchange.status, .reason = {}};
  if (const auto* broken = std::get_if<Broken>(&outcome)) return {.status = 0, .reason = broken->reason};
  return {.status = 0, .reason = std::string(name_of(outcome))};
}

}  // namespace

bool is_plain_page(const Answer& answer) {
  const bool came =
      std::holds_alternative<Fetched>(answer.outcome) || std::holds_alternative<NotModified>(answer.outcome);
  return came && answer.purpose != Purpose::kRobots;
}

bool is_failure(const FetchOutcome& outcome) {
  if (const auto* error = std::get_if<HttpError>(&outcome)) {
    return error->exchange.status >= 500 || error->exchange.status == 429 || error->exchange.status == 408;
  }
  return std::holds_alternative<TimedOut>(outcome) || std::holds_alternative<Broken>(outcome) ||
         std::holds_alternative<TooLarge>(outcome) || std::holds_alternative<InwardAddress>(outcome);
}

Visit::Visit(Url url, Purpose purpose, const std::vector<std::string>& noise, int tries)
    : asked_(std::move(url)), at_(asked_), purpose_(purpose), noise_(noise), most_tries_(tries) {}

std::variant<Request, VisitEnd> Visit::next(const Politeness& politeness, Moment now, Counters& counters) {
  if (end_) return *end_;
  if (politeness.pacer.rests(at_)) {
    end_ =
        NotHad{.reason = fmt::format("its host failed {} times in a row and is left alone until the next run",
                                     kFailuresInARow),
               .rests = true};
    return *end_;
  }
  RobotsGate::Decision decision = politeness.gate.ask(at_, now);
  if (auto* first = std::get_if<RobotsGate::FetchFirst>(&decision)) {
    if (!errand_) errand_.emplace(std::move(*first));
    return errand_->request();
  }
  errand_.reset();
  if (auto* refused = std::get_if<RobotsGate::Refused>(&decision)) {
    ++counters["robots: refused"];
    end_ = RefusedByRobots{at_, std::move(refused->verdict), refused->unreachable};
    return *end_;
  }
  if (const auto delay = politeness.gate.crawl_delay(at_)) politeness.pacer.set_crawl_delay(at_, *delay);
  return Request{.url = at_, .purpose = purpose_};
}

void Visit::heard(Stored stored, const Politeness& politeness, Moment now, Counters& counters) {
  if (!stored.unreadable.empty()) ++counters["unreadable body"];
  if (tries_again(stored.outcome, politeness, counters)) return;
  tries_ = 0;
  if (!errand_) return heard_page(std::move(stored), counters);
  if (const auto answer = errand_->heard(stored)) learn(*answer, politeness, now, counters);
}

bool Visit::tries_again(const FetchOutcome& outcome, const Politeness& politeness, Counters& counters) {
  if (!is_failure(outcome)) return false;
  RetryVerdict verdict = retry(failure_of(outcome), ++tries_);
  // Without robots.txt there is no walk at all: a name or a certificate that fails now may do better in a
  // moment.
  if (errand_ && std::holds_alternative<Broken>(outcome)) verdict.again = tries_ < kTries;
  if (politeness.pacer.rests(at_)) return true;  // next() says so
  if (!verdict.again || tries_ >= most_tries_) return false;
  ++counters["retry: " + verdict.reason];
  return true;
}

void Visit::learn(const RobotsAnswer& answer, const Politeness& politeness, Moment now, Counters& counters) {
  politeness.gate.learn(at_, answer, now);
  if (politeness.gate.relies_on_old_copy(at_)) ++counters["robots: an older copy is used"];
  errand_.reset();
}

void Visit::heard_page(Stored stored, Counters& counters) {
  if (stored.seen) {
    end_ = std::move(*stored.seen);
  } else if (!stored.unreadable.empty()) {
    end_ = NotHad{.reason = "its body cannot be read: " + stored.unreadable};
  } else if (const auto* redirect = std::get_if<Redirected>(&stored.outcome)) {
    ++counters["redirect"];
    const RedirectVerdict verdict = judge_redirect(asked_, at_, redirect->location, noise_);
    if (!verdict.follow) {
      end_ = NotHad{.reason = verdict.why, .login = verdict.login};
    } else if (++hops_ > limits::kRedirects) {
      end_ = NotHad{.reason = fmt::format("more than {} redirects", limits::kRedirects)};
    } else {
      at_ = at_.resolve(redirect->location)->without_fragment();
    }
  } else {
    end_ = NotHad{.reason = describe(stored.outcome)};
  }
}

}  // namespace dekko
