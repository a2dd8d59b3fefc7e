// The loop that drives all listings of one run: each host at its own pace, transfers beside each other on one thread,
// extraction and storage behind a queue on another.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/budget.h"
#include "app/crawl.h"
#include "app/interrupt.h"
#include "app/lanes.h"
#include "app/storing.h"
#include "crawler/fetch/fetcher.h"

namespace dekko {

class CrawlLoop {
 public:
  // All borrowed; they must outlive the loop.
  struct Parts {
    Fetcher& fetcher;
    Politeness politeness;
    const Clock& clock;
    const Interrupt& interrupt;
    Console& console;
    Budget budget;
    std::function<double()> chance;                   // from 0 to 1
    std::function<void(const RunReport&)> report;     // told of each listing's end
    bool own_thread = true;                           // for storing; tests with a clock of their own need none
  };

  CrawlLoop(Parts parts, std::vector<std::unique_ptr<Crawl>>& crawls);

  // Drives all crawls, which have begun, to their ends. An Error means that a run could not be ended in the database.
  Result<void> run();

 private:
  // A request under way: whose it is, in which lane, and what the ledger is to say of it.
  struct UnderWay {
    size_t who;
    std::string lane;
    LedgerLine line;
  };

  void line_up(size_t who, bool ahead);
  void schedule_all();
  void start_due();
  void start(size_t who, const std::string& lane);
  void take_answer(Answer answer);
  void hand_over(size_t who, std::optional<Delivery> delivery);
  Result<bool> take_stored();  // whether there was anything
  void stop_waiting(StopReason reason);
  void pace(const Answer& answer);
  bool has_room() const;
  Seconds time_to_wait() const;
  void show_progress();

  Parts parts_;
  std::vector<std::unique_ptr<Crawl>>& crawls_;
  Lanes lanes_;
  Storing storing_;
  std::map<uint64_t, UnderWay> under_way_;     // by ticket
  std::map<std::string, Turn> turns_;          // of the lanes that have a moment
  std::map<size_t, std::string> on_errand_;    // whose lanes stay closed until robots.txt is read
  std::map<std::string, uint64_t> bytes_of_;   // had from each host
  size_t unfinished_;
  Seconds shown_{0};  // when the progress line was drawn last
  bool interrupted_ = false;
};

}  // namespace dekko
