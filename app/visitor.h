// Asks for one address, politely: robots, pause, transfer, archive, ledger, retries and redirects. What comes back is
// on disk already.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "app/budget.h"
#include "app/interrupt.h"
#include "archive/archive.h"
#include "core/capture.h"
#include "core/run.h"
#include "crawler/fetch/fetcher.h"
#include "crawler/polite/pacer.h"
#include "crawler/polite/robots_gate.h"

namespace dekko {

// 2xx, as archived.
struct Arrived {
  Capture capture;
};
// By a line of robots.txt, or because robots.txt could not be had.
struct RefusedByRobots {
  Url url;
  RobotsVerdict verdict;
  bool unreachable = false;
};
// Not to be had, after retries. reason: "status 503", "timed_out", "redirected to another site", ...
struct NotHad {
  std::string reason;
};
struct OverBudget {};
struct Stopped {};
struct NotStored {
  Error error;
};

using Visit = std::variant<Arrived, RefusedByRobots, NotHad, OverBudget, Stopped, NotStored>;

class Visitor {
 public:
  // All borrowed; they must outlive the visitor. note: told of every request made. hop: told of every answer that was
  // archived but is no page: redirects and HTTP errors.
  struct Parts {
    Fetcher& fetcher;
    ArchiveWriter& archive;
    const std::filesystem::path& archive_folder;
    RobotsGate& gate;
    Pacer& pacer;
    const Clock& clock;
    const Interrupt& interrupt;
    const Budget& budget;
    std::function<Result<void>(const LedgerLine&)> note;
    std::function<Result<void>(const Capture&)> hop;
    std::function<void(Seconds pause)> waiting;
  };

  explicit Visitor(Parts parts) : parts_(std::move(parts)) {}

  Visit visit(const Url& url, Purpose purpose);

  int requests() const { return requests_; }
  uint64_t bytes() const { return bytes_; }
  // Counters by reason: "retry: status 503", "redirect", ...
  const std::map<std::string, int>& counters() const { return counters_; }

 private:
  // An answer, and what stands in the archive of it: nothing if no answer came.
  struct Kept {
    Answer answer;
    std::optional<Capture> capture = {};
    std::string unreadable = {};  // why the archived body could not be decoded
  };
  using Asked = std::variant<Visit, Kept>;  // the end of the visit, or an answer to look at

  std::optional<Visit> pass_gate(const Url& url);
  std::optional<Visit> learn_robots(const Url& robots_url);
  Asked ask(const Url& url, Purpose purpose);  // with retries
  Asked ask_once(const Url& url, Purpose purpose);
  std::optional<Visit> wait_for_turn(const Turn& turn);
  Result<void> keep(Kept& kept);
  void pace(const Answer& answer);

  Parts parts_;
  int requests_ = 0;
  uint64_t bytes_ = 0;
  int failures_in_a_row_ = 0;
  std::map<std::string, int> counters_;
};

}  // namespace dekko
