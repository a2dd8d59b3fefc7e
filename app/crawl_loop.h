// The loop that drives all listings of one run: each host at its own pace, transfers beside each other on one
// thread, extraction and storage behind a queue on another.
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
    Store& store;
    Politeness politeness;
    const Clock& clock;
    const Interrupt& interrupt;
    Console& console;
    Budget budget;
    std::function<double()> chance;                // from 0 to 1
    std::function<void(const RunReport&)> report;  // told of each listing's end
    bool own_thread =
        true;  // for storing, and asking ahead meanwhile; tests with a clock of their own need none
  };

  CrawlLoop(Parts parts, std::vector<std::unique_ptr<Crawl>>& crawls);

  // Drives all crawls, which have begun, to their ends. An Error means that a run could not be ended in the
  // database.
  Result<void> run();

 private:
  // A request under way: whose it is, in which lane, and what the ledger is to say of it.
  struct UnderWay {
    size_t who;
    std::string lane;
    LedgerLine line;
    bool ahead;
  };
  // Where a crawl stands. While some of its answers are being stored it must not be touched; what can be
  // foreseen is asked for all the same, where the host's pause is over sooner.
  struct Standing {
    enum class Ahead { kNothing, kInLane, kUnderWay };
    int being_stored = 0;
    int requests = 0;
    std::optional<Foreseen> foreseen = {};
    Ahead ahead = Ahead::kNothing;
    std::optional<Delivery> aside =
        {};  // an answer, asked for ahead, that is no page: the crawl has to judge it
    CrawlProgress progress = {};
    bool is_home() const { return being_stored == 0; }
  };

  void line_up(size_t who, bool first);
  std::optional<Request> next_of(size_t who);
  void look_ahead(size_t who);
  void stop_looking(size_t who);
  void schedule_all();
  void start_due();
  void start(size_t who, const std::string& lane);
  void take_answer(Answer answer);
  void take_ahead(size_t who, Delivery delivery);
  void deliver(size_t who, Delivery delivery);
  void judge(size_t who, Delivery delivery);
  void come_home(size_t who);
  void hand_over(size_t who, std::optional<Delivery> delivery);
  Result<bool> take_stored();  // whether there was anything
  void stop_waiting(StopReason reason);
  void pace(const Answer& answer);
  bool has_room() const;
  Seconds time_to_wait() const;
  void show_progress();

  Parts parts_;
  std::vector<std::unique_ptr<Crawl>>& crawls_;
  std::vector<Standing> standing_;
  Lanes lanes_;
  Storing storing_;
  std::map<uint64_t, UnderWay> under_way_;    // by ticket
  std::map<std::string, Turn> turns_;         // of the lanes that have a moment
  std::map<size_t, std::string> on_errand_;   // whose lanes stay closed until robots.txt is read
  std::map<std::string, uint64_t> bytes_of_;  // had from each host
  size_t unfinished_;
  Seconds shown_{0};  // when the progress line was drawn last
  bool interrupted_ = false;
};

}  // namespace dekko
