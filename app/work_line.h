// Work that several threads do and one takes back, in the order in which it was put in: however many threads
// there are, the outcome is the same.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/threads.h"

namespace dekko {

// Used by one thread; its own only run the tasks. The tasks must not throw.
template <class Outcome>
class WorkLine {
 public:
  // threads: at least one, and as many as the machine grants. places: how many tasks may be in the line.
  WorkLine(size_t threads, size_t places)
      : places_(places), threads_(start_threads(threads, [this] { work(); })) {}
  // Waits for what its threads are at; what nobody has begun or taken is dropped.
  ~WorkLine() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  WorkLine(const WorkLine&) = delete;
  WorkLine& operator=(const WorkLine&) = delete;

  bool is_full() const { return line_.size() >= places_; }
  void put(std::function<Outcome()> work) {
    std::packaged_task<Outcome()> task(std::move(work));
    line_.push_back(task.get_future());
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
  }
  // The first outcome, waited for; nothing when the line is empty.
  std::optional<Outcome> next() {
    if (line_.empty()) return std::nullopt;
    std::optional<Outcome> outcome(line_.front().get());
    line_.pop_front();
    return outcome;
  }

 private:
  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return over_ || !tasks_.empty(); });
      if (over_) return;
      std::packaged_task<Outcome()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  size_t places_;
  std::deque<std::future<Outcome>> line_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<std::packaged_task<Outcome()>> tasks_;
  bool over_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace dekko
