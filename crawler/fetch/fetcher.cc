#include "crawler/fetch/fetcher.h"

#include <fmt/format.h>

#include <array>

#include "core/limits.h"

namespace dekko {

namespace {

template <class... Cases>
struct Overload : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overload(Cases...) -> Overload<Cases...>;

// Text from outside, fit for one line of a terminal.
std::string quoted(std::string_view text) {
  std::string out(text.substr(0, limits::kExcerptBytes));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = '?';
  }
  return out;
}

std::string size_text(uint64_t bytes) {
  if (bytes >= limits::kMiB && bytes % limits::kMiB == 0) return fmt::format("{} MiB", bytes / limits::kMiB);
  if (bytes >= limits::kKiB && bytes % limits::kKiB == 0) return fmt::format("{} KiB", bytes / limits::kKiB);
  return fmt::format("{} octets", bytes);
}

std::string describe(const HttpError& error) {
  std::string text = fmt::format("answered with status {}", error.exchange.status);
  if (error.retry_after) text += fmt::format(" and asked for a pause of {:g} s", error.retry_after->count());
  return text;
}

std::string describe(const TimedOut& timeout) {
  std::string after = fmt::format("timed out after {:g} s", timeout.after.count());
  if (timeout.limit == "connect") return after + " while connecting";
  if (timeout.limit == "stall") return after + " in which next to nothing came";
  return after;
}

std::string describe(const Broken& broken) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords = {{
      {"dns", "its host's name could not be looked up"},
      {"refused", "its host refused the connection"},
      {"connect", "no connection to its host could be made"},
      {"tls", "no secure connection to its host could be made"},
      {"dropped", "the connection was closed before an answer came"},
      {"truncated", "the answer broke off before its end"},
      {"protocol", "what answered does not speak HTTP as it should"},
      {"machine", "this machine lacked the means to have it"},
  }};
  std::string text = broken.reason;
  for (const auto& [reason, words] : kWords) {
    if (reason == broken.reason) text = words;
  }
  return broken.detail.empty() ? text : fmt::format("{} ({})", text, quoted(broken.detail));
}

}  // namespace

std::string_view name_of(const FetchOutcome& outcome) {
  return std::visit(Overload{
                        [](const Fetched&) { return "fetched"; },
                        [](const NotModified&) { return "not_modified"; },
                        [](const Redirected&) { return "redirected"; },
                        [](const HttpError&) { return "http_error"; },
                        [](const TimedOut&) { return "timed_out"; },
                        [](const TooLarge&) { return "too_large"; },
                        [](const Broken&) { return "broken"; },
                        [](const InwardAddress&) { return "inward_address"; },
                        [](const Interrupted&) { return "interrupted"; },
                    },
                    outcome);
}

const Exchange* exchange_of(const FetchOutcome& outcome) {
  return std::visit(
      [](const auto& o) -> const Exchange* {
        if constexpr (requires { o.exchange; }) return &o.exchange;
        return nullptr;
      },
      outcome);
}

std::string describe(const FetchOutcome& outcome) {
  return std::visit(
      Overload{
          [](const Fetched& o) { return fmt::format("answered with status {}", o.exchange.status); },
          [](const NotModified&) { return std::string("has not changed"); },
          [](const Redirected& o) { return "was redirected to " + quoted(o.location); },
          [](const HttpError& o) { return describe(o); },
          [](const TimedOut& o) { return describe(o); },
          [](const TooLarge& o) {
            return fmt::format("the answer's {} outgrew {}", o.limit, size_text(o.bytes));
          },
          [](const Broken& o) { return describe(o); },
          [](const InwardAddress& o) {
            return fmt::format("leads from a public host to {}, an address inside your network: not asked",
                               quoted(o.address));
          },
          [](const Interrupted&) { return std::string("was interrupted"); },
      },
      outcome);
}

}  // namespace dekko
