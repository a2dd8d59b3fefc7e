#include "app/crawl_loop.h"

#include <algorithm>

#include "app/load.h"

namespace dekko {

namespace {

constexpr Seconds kBlink{0.1};  // between two progress lines, or the terminal costs more than the crawl
constexpr Seconds kBeat{1};     // the longest wait: the progress line is drawn anew
constexpr int kAhead = 48;      // answers of one listing that wait or are being stored: three batches

uint64_t bytes_of(const FetchOutcome& outcome) {
  const Exchange* exchange = exchange_of(outcome);
  return exchange ? exchange->response_head.size() + exchange->body.size() : 0;
}

void complete(LedgerLine& line, const Answer& answer) {
  line.took = answer.took;
  line.outcome = std::string(name_of(answer.outcome));
  line.bytes = bytes_of(answer.outcome);
  if (const Exchange* exchange = exchange_of(answer.outcome)) {
    line.at = exchange->at;  // as its record says, though the clock was set meanwhile
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
      standing_(crawls.size()),
      storing_(
          parts_.store, [this] { parts_.fetcher.wake(); }, parts_.own_thread),
      unfinished_(crawls.size()) {}

Result<void> CrawlLoop::run() {
  for (size_t who = 0; who < crawls_.size(); ++who) {
    standing_[who].progress = crawls_[who]->progress();
    line_up(who, false);
  }
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

bool CrawlLoop::has_room() const {
  const Load load{.requests = under_way_.size(),
                  .bytes = parts_.fetcher.held_bytes() + storing_.held_bytes()};
  return parts_.fetcher.can_start() && dekko::has_room(load);
}

void CrawlLoop::line_up(size_t who, bool first) {
  Crawl& crawl = *crawls_[who];
  if (interrupted_) crawl.stop(StopReason::kInterrupted);
  const std::optional<Request> next = crawl.next();
  if (!next) return hand_over(who, std::nullopt);
  lanes_.join(parts_.politeness.pacer.lane(next->url), who, first);
}

// What a crawl asks for next, or what is foreseen while it must not be touched.
std::optional<Request> CrawlLoop::next_of(size_t who) {
  const Standing& standing = standing_[who];
  if (standing.is_home()) return crawls_[who]->next();
  if (!standing.foreseen) return std::nullopt;
  Request request{.url = standing.foreseen->url()};
  const auto decision = parts_.politeness.gate.ask(request.url, parts_.clock.now());
  const bool allowed = std::holds_alternative<RobotsGate::Allowed>(decision);
  if (!allowed || parts_.politeness.pacer.rests(request.url)) return std::nullopt;
  return request;
}

void CrawlLoop::look_ahead(size_t who) {
  Standing& standing = standing_[who];
  const bool idle = standing.ahead == Standing::Ahead::kNothing && !standing.aside && !interrupted_;
  if (!parts_.own_thread || !idle || !standing.foreseen || standing.being_stored >= kAhead) return;
  if (standing.foreseen->next > standing.foreseen->last) return;
  const std::string lane = parts_.politeness.pacer.lane(standing.foreseen->url());
  if (lane != parts_.politeness.pacer.lane(crawls_[who]->url())) return;
  lanes_.join(lane, who, false);
  standing.ahead = Standing::Ahead::kInLane;
}

void CrawlLoop::stop_looking(size_t who) {
  standing_[who].foreseen.reset();
  standing_[who].ahead = Standing::Ahead::kNothing;
}

// Gives every lane that is free the moment of its first. What that one wants is asked anew: others of its
// host may have learnt meanwhile that robots.txt refuses, or that all these hosts are one.
void CrawlLoop::schedule_all() {
  while (const auto first = lanes_.unscheduled()) {
    const size_t who = first->who;
    const bool home = standing_[who].is_home();
    const std::optional<Request> next = next_of(who);
    const std::string lane = next ? parts_.politeness.pacer.lane(next->url) : "";
    if (lane != first->lane) {
      lanes_.leave(first->lane);
      if (next) {
        lanes_.join(lane, who, false);
      } else {
        home ? hand_over(who, std::nullopt) : stop_looking(who);
      }
      continue;
    }
    const Turn turn = parts_.politeness.pacer.turn(next->url, parts_.chance());
    const Seconds at = std::max(turn.at, parts_.clock.steady());
    const std::string host(next->url.host());
    if (!parts_.budget.allows(standing_[who].requests, at, bytes_of_[host])) {
      home ? crawls_[who]->stop(StopReason::kBudget) : stop_looking(who);
      continue;  // there is nothing next any more
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
  const Crawl& crawl = *crawls_[who];
  const bool home = standing_[who].is_home();
  std::optional<Request> next = next_of(who);
  if (!next || parts_.politeness.pacer.lane(next->url) != lane) {
    lanes_.open(lane);
    if (next) return lanes_.join(parts_.politeness.pacer.lane(next->url), who, true);
    return home ? hand_over(who, std::nullopt) : stop_looking(who);
  }
  if (!home) {
    ++standing_[who].foreseen->next;
    standing_[who].ahead = Standing::Ahead::kUnderWay;
  }
  Request& request = *next;
  crawl.add_validators(request);
  request.named_host = crawl.url().host();
  const Turn turn = turns_[lane];
  const auto last_end = parts_.politeness.pacer.last_end(request.url);
  LedgerLine line{.at = parts_.clock.now(),
                  .url = request.url.text(),
                  .host = std::string(request.url.host()),
                  .purpose = request.purpose,
                  .waited = last_end ? parts_.clock.steady() - *last_end : Seconds(0),
                  .rule = std::string(turn.rule),
                  .pause = turn.pause};
  if (home && crawl.is_on_errand()) on_errand_[who] = lane;
  const uint64_t ticket = parts_.fetcher.start(std::move(request));
  under_way_.emplace(ticket, UnderWay{who, lane, std::move(line), !home});
}

void CrawlLoop::take_answer(Answer answer) {
  const auto found = under_way_.find(answer.ticket);
  UnderWay under_way = std::move(found->second);
  under_way_.erase(found);
  pace(answer);
  complete(under_way.line, answer);
  bytes_of_[under_way.line.host] += under_way.line.bytes;
  const size_t who = under_way.who;
  ++standing_[who].requests;
  if (!on_errand_.contains(who)) lanes_.open(under_way.lane);
  Delivery delivery{std::move(answer), std::move(under_way.line)};
  under_way.ahead ? take_ahead(who, std::move(delivery)) : deliver(who, std::move(delivery));
}

// Of a crawl that is home: the answer that it waits for.
void CrawlLoop::deliver(size_t who, Delivery delivery) {
  standing_[who].foreseen.reset();
  if (is_plain_page(delivery.answer)) standing_[who].foreseen = crawls_[who]->foreseen();
  hand_over(who, std::move(delivery));
  look_ahead(who);
}

void CrawlLoop::take_ahead(size_t who, Delivery delivery) {
  Standing& standing = standing_[who];
  standing.ahead = Standing::Ahead::kNothing;
  delivery.ahead = true;
  if (standing.is_home()) return judge(who, std::move(delivery));
  if (!is_plain_page(delivery.answer)) {
    standing.aside = std::move(delivery);
    return;
  }
  hand_over(who, std::move(delivery));
  look_ahead(who);
}

// An answer that was asked for ahead, when the crawl can say whether it is the one it wants now.
void CrawlLoop::judge(size_t who, Delivery delivery) {
  const std::optional<Request> next = interrupted_ ? std::nullopt : crawls_[who]->next();
  const bool wanted = next && next->purpose == Purpose::kPage && next->url == delivery.answer.url;
  delivery.ahead = !wanted;
  wanted ? deliver(who, std::move(delivery)) : hand_over(who, std::move(delivery));
}

// All that it had to store is stored.
void CrawlLoop::come_home(size_t who) {
  Standing& standing = standing_[who];
  if (standing.aside) return judge(who, *std::exchange(standing.aside, std::nullopt));
  if (standing.ahead == Standing::Ahead::kUnderWay) return;
  const bool waits = standing.ahead == Standing::Ahead::kInLane;
  stop_looking(who);
  if (!waits) line_up(who, crawls_[who]->is_midway());
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
  ++standing_[who].being_stored;
  storing_.put({.who = who, .crawl = crawls_[who].get(), .delivery = std::move(delivery)});
}

Result<bool> CrawlLoop::take_stored() {
  std::vector<Storing::Done> all = storing_.take_done();
  for (Storing::Done& done : all) {
    Standing& standing = standing_[done.who];
    --standing.being_stored;
    standing.progress = std::move(done.progress);
    if (!done.report) {
      if (done.stored) crawls_[done.who]->heard(std::move(*done.stored));
      standing.is_home() ? come_home(done.who) : look_ahead(done.who);
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
    const bool home = standing_[who].is_home();
    stop_looking(who);
    if (!home) continue;
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
  std::vector<CrawlProgress> going;
  for (size_t who = 0; who < crawls_.size(); ++who) {
    if (!crawls_[who]) continue;
    going.push_back(standing_[who].progress);
    going.back().pause = parts_.politeness.pacer.pause(crawls_[who]->url());
  }
  parts_.console.progress(progress_line(going, crawls_.size()));
}

}  // namespace dekko
