#include "tests/soak/press_fetcher.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "crawler/fetch/retry_after.h"

namespace dekko {
namespace {

constexpr Seconds kUsual{0.4}, kSlow{8};
constexpr Seconds kPause{5};
constexpr Seconds kRobotsAge = std::chrono::hours(60);  // a day, what the clock may be behind, and a run

std::string header_of(const site::Reply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers)
    if (key == name) return value;
  return "";
}

Exchange exchange_of(const Request& request, const site::Reply& reply, Moment at,
                     const std::string& address) {
  std::string head = fmt::format("HTTP/1.1 {} Fake\r\nContent-Type: {}", reply.status, reply.type);
  for (const auto& [name, value] : reply.headers) head += "\r\n" + name + ": " + value;
  if (!reply.coding.empty()) head += "\r\nContent-Encoding: " + reply.coding;
  return {.url = request.url,
          .at = at,
          .took = kUsual,
          .remote_ip = address,
          .request_head = "GET " + request.url.text() + " HTTP/1.1\r\n\r\n",
          .response_head = head + "\r\n\r\n",
          .body = reply.body,
          .status = reply.status};
}

bool is_cache(const std::string& name) {
  return name == "cache" || name == "old-cache";
}

}  // namespace

int page_in(std::string_view path) {
  if (path == "/robots.txt") return site::FaultRule::kRobots;
  const size_t at = path.find("/page/");
  if (at == path.npos) return 1;
  path.remove_prefix(at + 6);
  return site::parse_count(path.substr(0, path.find('/'))).value_or(1);
}

std::string address_of(size_t paper) {
  return fmt::format("192.0.2.{}", std::min<size_t>(paper, 3) + 1);
}

size_t PressFetcher::paper_of(const Url& url) const {
  for (size_t i = 0; i < papers_.size(); ++i)
    if (papers_[i].host() == url.host()) return i;
  return papers_.size();
}

void PressFetcher::watch(const Request& request, size_t paper) {
  const std::string address = address_of(paper);
  const bool busy = std::any_of(under_way_.begin(), under_way_.end(),
                                [&](const UnderWay& other) { return other.address == address; });
  const auto known = watch_.not_before.find(address);
  if (busy || (known != watch_.not_before.end() && clock_.steady() < known->second - Seconds(0.002)))
    ++watch_.too_soon;
  ++watch_.requests;
  if (request.purpose == Purpose::kRobots) watch_.robots_asked[paper] = clock_.steady();
  const auto robots = watch_.robots_asked.find(paper);
  if (robots == watch_.robots_asked.end() || clock_.steady() > robots->second + kRobotsAge)
    ++watch_.ungoverned;
}

uint64_t PressFetcher::start(Request request) {
  before_(requests_);
  const size_t paper = paper_of(request.url);
  watch(request, paper);
  const auto ticket = static_cast<uint64_t>(++requests_);
  Given given = answer(request);
  under_way_.push_back({clock_.steady() + given.took, address_of(paper),
                        Answer{.ticket = ticket,
                               .url = request.url,
                               .purpose = request.purpose,
                               .took = given.took,
                               .outcome = std::move(given.outcome)}});
  return ticket;
}

std::optional<Answer> PressFetcher::wait(Seconds timeout) {
  const auto first = std::min_element(under_way_.begin(), under_way_.end(),
                                      [](const UnderWay& a, const UnderWay& b) { return a.due < b.due; });
  if (first == under_way_.end() || first->due > clock_.steady() + timeout) {
    clock_.advance(timeout);
    return std::nullopt;
  }
  clock_.advance_to(first->due);
  Answer answer = std::move(first->answer);
  Seconds pause = kPause;
  if (const auto* error = std::get_if<HttpError>(&answer.outcome))
    pause = std::max(pause, error->retry_after.value_or(Seconds(0)));
  watch_.not_before[first->address] = clock_.steady() + pause;
  under_way_.erase(first);
  return answer;
}

std::optional<std::string> PressFetcher::strike(size_t paper, bool robots) {
  const int asked = robots ? 0 : asked_[paper]++;
  for (Strike& strike : plan_.strikes) {
    if (strike.paper != paper || strike.robots != robots || strike.times == 0 || asked < strike.from)
      continue;
    --strike.times;
    ++watch_.struck[(robots ? "robots " : "") + strike.name];
    return strike.name;
  }
  return std::nullopt;
}

PressFetcher::Given PressFetcher::answer(const Request& request) {
  const size_t which = paper_of(request.url);
  if (which == papers_.size()) return {Broken{"dns", "no such host"}, kUsual};
  const site::Ask ask{.path = std::string(request.url.path()),
                      .query = std::string(request.url.query()),
                      .if_none_match = request.if_none_match,
                      .if_modified_since = request.if_modified_since};
  const std::string name = strike(which, page_in(ask.path) == site::FaultRule::kRobots).value_or("");
  if (name == "dns" || name == "refused" || name == "tls") return {Broken{name, "invented"}, kUsual};
  if (name == "connect") return {TimedOut{"connect", limits::kConnectTime}, limits::kConnectTime};
  return of_site(papers_[which], ask, request, name);
}

PressFetcher::Given PressFetcher::of_site(Chronicle& paper, const site::Ask& ask, const Request& request,
                                          const std::string& fault) {
  if (is_cache(fault)) {
    const auto [old, as_of] = paper.remembered(fault == "cache" ? 1 : 0);
    if (old) {
      paper.note_stale(clock_.truth(), as_of);
      return as_outcome(request, old->reply(ask));
    }
  } else if (!fault.empty()) {
    paper.paper().add_fault(
        {.fault = site::parse_fault(fault + "@1x1").value().fault, .page = page_in(ask.path), .times = 1});
  }
  Given given = as_outcome(request, paper.paper().reply(ask));
  paper.paper().forget_faults();
  return given;
}

PressFetcher::Given PressFetcher::as_outcome(const Request& request, site::Reply reply) const {
  using Delivery = site::Reply::Delivery;
  if (reply.delivery == Delivery::kDrop) return {Broken{"dropped", "invented"}, kUsual};
  if (reply.delivery == Delivery::kTruncated || reply.delivery == Delivery::kWrongLength)
    return {Broken{"truncated", "invented"}, kUsual};
  if (reply.delivery == Delivery::kDrip) return {TimedOut{"stall", limits::kStallTime}, limits::kStallTime};
  if (reply.delivery == Delivery::kEndless)
    return {TimedOut{"transfer", limits::kTransferTime}, limits::kTransferTime};
  if (reply.body.size() > limits::kBodyBytes) return {TooLarge{"body", limits::kBodyBytes}, kSlow};
  if (!header_of(reply, "X-Filler").empty()) return {TooLarge{"headers", limits::kHeaderBytes}, kSlow};
  Exchange exchange = exchange_of(request, reply, clock_.now(), address_of(paper_of(request.url)));
  const Seconds took = exchange.took = reply.delivery == Delivery::kSlow ? kSlow : kUsual;
  if (reply.status == 304) return {NotModified{std::move(exchange)}, took};
  if (reply.status == 200) return {Fetched{std::move(exchange)}, took};
  if (std::string location = header_of(reply, "Location"); !location.empty())
    return {Redirected{std::move(exchange), std::move(location)}, took};
  const auto wait = retry_after(header_of(reply, "Retry-After"), clock_.now());
  return {HttpError{std::move(exchange), wait}, took};
}

}  // namespace dekko
