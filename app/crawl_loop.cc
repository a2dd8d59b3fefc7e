#include "app/crawl_loop.h"

#include <algorithm>

#include "app/crawl_progress.h"
#include "core/limits.h"

namespace dekko {

namespace {

constexpr Seconds kBlink{0.1};  // between two progress lines, or the terminal costs more than the crawl
constexpr Seconds kBeat{1};     // the longest wait: the progress line is drawn anew

uint64_t bytes_of(const FetchOutcome& outcome) {
  const Exchange* exchange = exchange_of(outcome);
  return exchange ? exchange->response_head.size() + exchange->body.size() : 0;
}

void complete(LedgerLine& line, const Answer& answer) {
  line.took = answer.took;
  line.outcome = std::string(name_of(answer.outcome));
  line.bytes = bytes_of(answer.outcome);
  if (const Exchange* exchange = exchange_of(answer.outcome)) {
    line.status = exchange->status;
    line.address = exchange->remote_ip;
  }
  if (const auto* error = std::get_if<HttpError>(&answer.outcome)) {
    line.asked_for = error->retry_after.value_or(Seconds(0));
  }
}

}  // namespace

CrawlLoop::CrawlLoop(Parts parts, std::vector<std::unique_ptr<Crawl>>& crawls)
    : parts_(std::move(parts)),
      crawls_(crawls),
      storing_([this] { parts_.fetcher.wake(); }, parts_.own_thread),
      unfinished_(crawls.size()) {}

Result<void> CrawlLoop::run() {
  for (size_t who = 0; who < crawls_.size(); ++who) line_up(who, false);
  while (unfinished_ > 0) {
    if (!interrupted_ && parts_.interrupt.happened()) {
      interrupted_ = true;
      stop_waiting(StopReason::kInterrupted);
    }
    schedule_all();
    start_due();
    const Result<bool> taken = take_stored();
    if (!taken) return taken.error();
    if (*taken) continue;
    show_progress();
    if (auto answer = parts_.fetcher.wait(time_to_wait())) take_answer(std::move(*answer));
  }
  parts_.console.end_progress();
  return {};
}

// Back-pressure: the one predicate that says whether anything more may be asked for.
bool CrawlLoop::has_room() const {
  return parts_.fetcher.can_start() && storing_.held_bytes() < limits::kHeldBytes;
}

void CrawlLoop::line_up(size_t who, bool ahead) {
  Crawl& crawl = *crawls_[who];
  if (interrupted_) crawl.stop(StopReason::kInterrupted);
  const std::optional<Request> next = crawl.next();
  if (!next) return hand_over(who, std::nullopt);
  lanes_.join(parts_.politeness.pacer.lane(next->url), who, ahead);
}

// Gives every lane that is free the moment of its first. What that one wants is asked anew: others of its
// host may have learnt meanwhile that robots.txt refuses, or that all these hosts are one.
void CrawlLoop::schedule_all() {
  while (const auto first = lanes_.unscheduled()) {
    Crawl& crawl = *crawls_[first->who];
    const std::optional<Request> next = crawl.next();
    const std::string lane = next ? parts_.politeness.pacer.lane(next->url) : "";
    if (lane != first->lane) {
      lanes_.leave(first->lane);
      next ? lanes_.join(lane, first->who, false) : hand_over(first->who, std::nullopt);
      continue;
    }
    const Turn turn = parts_.politeness.pacer.turn(next->url, parts_.chance());
    const Seconds at = std::max(turn.at, parts_.clock.steady());
    const std::string host(next->url.host());
    if (!parts_.budget.allows(crawl.requests(), at, bytes_of_[host])) {
      crawl.stop(StopReason::kBudget);
      continue;  // its next() says that it is over
    }
    turns_[lane] = turn;
    lanes_.schedule(lane, turn.at);
  }
}

void CrawlLoop::start_due() {
  while (!interrupted_ && has_room()) {
    const auto due = lanes_.take_due(parts_.clock.steady());
    if (!due) return;
    start(due->who, due->lane);
  }
}

void CrawlLoop::start(size_t who, const std::string& lane) {
  Crawl& crawl = *crawls_[who];
  std::optional<Request> next = crawl.next();
  if (!next || parts_.politeness.pacer.lane(next->url) != lane) {
    lanes_.open(lane);
    return next ? lanes_.join(parts_.politeness.pacer.lane(next->url), who, true)
                : hand_over(who, std::nullopt);
  }
  Request& request = *next;
  crawl.add_validators(request);
  const Turn turn = turns_[lane];
  const auto last_end = parts_.politeness.pacer.last_end(request.url);
  LedgerLine line{.at = parts_.clock.now(),
                  .url = request.url.text(),
                  .host = std::string(request.url.host()),
                  .purpose = request.purpose,
                  .waited = last_end ? parts_.clock.steady() - *last_end : Seconds(0),
                  .rule = std::string(turn.rule),
                  .pause = turn.pause};
  if (crawl.is_on_errand()) on_errand_[who] = lane;
  const uint64_t ticket = parts_.fetcher.start(std::move(request));
  under_way_.emplace(ticket, UnderWay{who, lane, std::move(line)});
}

void CrawlLoop::take_answer(Answer answer) {
  const auto found = under_way_.find(answer.ticket);
  UnderWay under_way = std::move(found->second);
  under_way_.erase(found);
  pace(answer);
  complete(under_way.line, answer);
  bytes_of_[under_way.line.host] += under_way.line.bytes;
  crawls_[under_way.who]->asked(under_way.line);
  if (!on_errand_.contains(under_way.who)) lanes_.open(under_way.lane);
  hand_over(under_way.who, Delivery{std::move(answer), std::move(under_way.line)});
}

void CrawlLoop::pace(const Answer& answer) {
  Pacer& pacer = parts_.politeness.pacer;
  const Seconds now = parts_.clock.steady();
  const Exchange* exchange = exchange_of(answer.outcome);
  if (exchange && !exchange->remote_ip.empty()) pacer.share(answer.url, {exchange->remote_ip});
  pacer.answered(answer.url, now, answer.took, !is_failure(answer.outcome));
  if (const auto* error = std::get_if<HttpError>(&answer.outcome); error && error->retry_after) {
    pacer.asked_to_wait(answer.url, now, *error->retry_after);
  }
}

void CrawlLoop::hand_over(size_t who, std::optional<Delivery> delivery) {
  storing_.put({.who = who, .crawl = crawls_[who].get(), .delivery = std::move(delivery)});
}

Result<bool> CrawlLoop::take_stored() {
  std::vector<Storing::Done> all = storing_.take_done();
  for (Storing::Done& done : all) {
    if (done.stored) {
      Crawl& crawl = *crawls_[done.who];
      crawl.heard(std::move(*done.stored));
      line_up(done.who, crawl.is_midway());
      if (const auto errand = on_errand_.find(done.who); errand != on_errand_.end()) {
        lanes_.open(errand->second);
        on_errand_.erase(errand);
      }
      continue;
    }
    --unfinished_;
    const Result<RunReport>& report = *done.report;
    if (!report) return report.error();
    parts_.console.end_progress();
    parts_.report(*report);
    crawls_[done.who].reset();
  }
  return !all.empty();
}

void CrawlLoop::stop_waiting(StopReason reason) {
  for (const size_t who : lanes_.clear()) {
    crawls_[who]->stop(reason);
    line_up(who, false);
  }
}

Seconds CrawlLoop::time_to_wait() const {
  const auto next = lanes_.earliest();
  if (!next || !has_room()) return kBeat;
  return std::clamp(*next - parts_.clock.steady(), Seconds(0), kBeat);
}

void CrawlLoop::show_progress() {
  const Seconds now = parts_.clock.steady();
  if (!parts_.console.shows_progress() || now - shown_ < kBlink) return;
  shown_ = now;
  parts_.console.progress(progress_line(crawls_, parts_.politeness.pacer));
}

}  // namespace dekko
