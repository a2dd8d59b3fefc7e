#include "app/storing.h"

namespace dekko {

namespace {

size_t bytes_of(const Storing::Work& work) {
  const Exchange* exchange = work.delivery ? exchange_of(work.delivery->answer.outcome) : nullptr;
  return exchange ? exchange->body.size() + exchange->response_head.size() : 0;
}

}  // namespace

Storing::Storing(std::function<void()> done, bool own_thread) : tell_(std::move(done)) {
  if (own_thread) thread_ = std::thread([this] { run(); });
}

Storing::~Storing() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  more_.notify_one();
  thread_.join();
}

void Storing::put(Work work) {
  held_ += bytes_of(work);
  if (!thread_.joinable()) return store(std::move(work));
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(work));
  }
  more_.notify_one();
}

std::vector<Storing::Done> Storing::take_done() {
  const std::lock_guard lock(mutex_);
  if (broken_) std::rethrow_exception(broken_);
  return std::exchange(done_, {});
}

void Storing::store(Work work) {
  const size_t bytes = bytes_of(work);
  Done done{.who = work.who};
  if (work.delivery) {
    done.stored = work.crawl->keep(std::move(*work.delivery));
  } else {
    done.report = work.crawl->finish();
  }
  held_ -= bytes;
  const std::lock_guard lock(mutex_);
  done_.push_back(std::move(done));
}

void Storing::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    more_.wait(lock, [this] { return closing_ || !queue_.empty(); });
    if (queue_.empty()) return;
    Work work = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    try {
      store(std::move(work));
    } catch (...) {
      lock.lock();
      broken_ = std::current_exception();
      queue_.clear();
      closing_ = true;
      lock.unlock();
    }
    tell_();
    lock.lock();
  }
}

}  // namespace dekko
