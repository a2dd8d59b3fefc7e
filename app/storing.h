// The storing thread and the queue before it: answers go in, what became of them comes out, in the same
// order.
//
// What waits is stored together: one transaction takes the requests into the ledger, each answer goes to the
// archive, one sync makes all of them durable, other threads read what they show, and one transaction takes
// them into the database, and with them the requests of the next but one. Nothing comes out before its
// transaction is on disk.
//
// A crawl that was put in belongs to that thread until all that was put in of it is out again. The queue is
// bounded by its caller, who asks held_bytes() before letting anything more be fetched.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/crawl.h"
#include "app/work_line.h"

namespace dekko {

class Storing {
 public:
  // Without a delivery, the crawl is over and its run is to be ended.
  struct Work {
    size_t who = 0;
    Crawl* crawl = nullptr;
    std::optional<Delivery> delivery = {};
  };
  struct Done {
    size_t who = 0;
    std::optional<Stored> stored = {};             // that the crawl has not heard of yet
    std::optional<Result<RunReport>> report = {};  // of an end
    CrawlProgress progress = {};
  };

  // done: called on the storing thread whenever something came out. Without threads of its own the work is
  // done within put(), which is what tests with a clock of their own need. `store` must outlive it.
  Storing(Store& store, std::function<void()> done, bool own_threads);
  ~Storing();
  Storing(const Storing&) = delete;
  Storing& operator=(const Storing&) = delete;

  void put(Work work);
  // All that came out since the last call. Throws what the storing thread was stopped by.
  std::vector<Done> take_done();
  // Octets of bodies that wait or are being stored.
  size_t held_bytes() const { return held_; }

 private:
  using Line = WorkLine<bool>;

  // Stored together. The answers in the archive are in the order of the works.
  struct Batch {
    std::vector<Work> works;
    std::vector<Filed> filed;
    size_t bytes = 0;
  };

  void run();
  std::vector<Work> take_waiting(bool wait);
  static void run_on(const std::unique_ptr<Line>& line, std::function<bool()> task);
  Result<void> turn_over(Batch* ripe, const std::vector<Work>& next);
  Result<void> note(const std::vector<Work>& works);
  void file(Batch& batch, const Result<void>& noted);
  void sync(Batch& batch);
  Result<void> apply(Batch& batch, std::vector<Done>& done);
  void end_runs(const std::vector<Work>& works, std::vector<Done>& all);
  void finish(const Batch& batch, std::vector<Done> all, const Result<void>& stored);

  Store& store_;
  std::function<void()> tell_;
  std::atomic<size_t> held_ = 0;
  std::mutex mutex_;  // over all below
  std::condition_variable more_;
  std::deque<Work> queue_;
  std::vector<Done> done_;
  std::exception_ptr broken_;
  bool closing_ = false;
  std::unique_ptr<Line> packers_, readers_;  // used by the storing thread
  std::thread thread_;
};

}  // namespace dekko
