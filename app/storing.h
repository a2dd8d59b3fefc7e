// The storing thread and the queue before it: answers go in, what became of them comes out, in the same order.
//
// A crawl that was put in belongs to that thread until it comes out again. The queue is bounded by its caller, who
// asks held_bytes() before letting anything more be fetched.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/crawl.h"

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
    std::optional<Stored> stored = {};             // of a delivery
    std::optional<Result<RunReport>> report = {};  // of an end
  };

  // done: called on the storing thread whenever something came out. Without a thread of its own the work is done
  // within put(), which is what tests with a clock of their own need.
  Storing(std::function<void()> done, bool own_thread);
  ~Storing();
  Storing(const Storing&) = delete;
  Storing& operator=(const Storing&) = delete;

  void put(Work work);
  // All that came out since the last call. Throws what the storing thread was stopped by.
  std::vector<Done> take_done();
  // Octets of bodies that wait or are being stored.
  size_t held_bytes() const { return held_; }

 private:
  void run();
  void store(Work work);

  std::function<void()> tell_;
  std::atomic<size_t> held_ = 0;
  std::mutex mutex_;  // over all below
  std::condition_variable more_;
  std::deque<Work> queue_;
  std::vector<Done> done_;
  std::exception_ptr broken_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace dekko
