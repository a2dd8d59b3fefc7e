#include "app/storing.h"

#include <algorithm>

namespace dekko {

namespace {

// Enough to share a sync among, few enough to be soon done: 32 pages of 100 KB are 3 MB.
constexpr size_t kBatch = 16;
// Reading is most of the work, and the thread that stores leaves some of its core.
constexpr unsigned kMostReaders = 4;

size_t readers_of_this_machine() {
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMostReaders);
}

size_t bytes_of(const Storing::Work& work) {
  const Exchange* exchange = work.delivery ? exchange_of(work.delivery->answer.outcome) : nullptr;
  return exchange ? exchange->body.size() + exchange->response_head.size() : 0;
}

}  // namespace

Storing::Storing(Store& store, std::function<void()> done, bool own_threads)
    : store_(store), tell_(std::move(done)) {
  if (!own_threads) return;
  readers_ = std::make_unique<WorkLine<bool>>(readers_of_this_machine(), kBatch);
  thread_ = std::thread([this] { run(); });
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
  if (!thread_.joinable()) {
    std::vector<Work> works;
    works.push_back(std::move(work));
    return store(file(std::move(works)));
  }
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

// While one batch is read, the next goes to the archive.
void Storing::run() {
  std::optional<Batch> before, batch;  // the readers hold addresses in both
  try {
    for (;;) {
      std::vector<Work> works = take_waiting(!before);
      if (works.empty() && !before) return;
      batch.reset();
      if (!works.empty()) batch = file(std::move(works));
      if (before) store(std::move(*before));
      before = std::move(batch);
    }
  } catch (...) {
    readers_.reset();
    const std::lock_guard lock(mutex_);
    broken_ = std::current_exception();
    queue_.clear();
  }
  tell_();
}

std::vector<Storing::Work> Storing::take_waiting(bool wait) {
  std::unique_lock lock(mutex_);
  if (wait) more_.wait(lock, [this] { return closing_ || !queue_.empty(); });
  std::vector<Work> works;
  while (!queue_.empty() && works.size() < kBatch) {
    works.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return works;
}

Result<void> Storing::note(const std::vector<Work>& works) {
  const auto is_answer = [](const Work& work) { return work.delivery.has_value(); };
  if (std::none_of(works.begin(), works.end(), is_answer)) return {};
  return store_.together([&]() -> Result<void> {
    for (const Work& work : works) {
      if (!work.delivery) continue;
      if (const Result<void> noted = work.crawl->note(work.delivery->line); !noted) return noted;
    }
    return {};
  });
}

Storing::Batch Storing::file(std::vector<Work> works) {
  Batch batch{.works = std::move(works), .filed = {}};
  const Result<void> noted = note(batch.works);
  batch.filed.reserve(batch.works.size());  // the readers hold addresses
  for (Work& work : batch.works) {
    batch.bytes += bytes_of(work);
    if (!work.delivery) continue;
    batch.filed.push_back(noted ? work.crawl->file(std::move(*work.delivery))
                                : Filed{.delivery = std::move(*work.delivery), .failure = noted.error()});
  }
  auto filed = batch.filed.begin();
  for (const Work& work : batch.works) {
    if (!work.delivery) continue;
    Filed& one = *filed++;
    if (const Result<void> synced = work.crawl->sync(); !synced && !one.failure) one.failure = synced.error();
    const auto read = [crawl = work.crawl, &one] { return crawl->read(one), true; };
    if (readers_) {
      readers_->put(read);
    } else {
      read();
    }
  }
  return batch;
}

void Storing::store(Batch batch) {
  if (readers_) {
    for (size_t i = 0; i < batch.filed.size(); ++i) readers_->next();
  }
  std::vector<Done> all(batch.works.size());
  const Result<void> applied = apply(batch, all);
  for (size_t i = 0; i < all.size(); ++i) {
    const Work& work = batch.works[i];
    all[i].who = work.who;
    if (work.delivery && !applied) all[i].stored.reset();
    if (work.delivery && !applied) work.crawl->lost(applied.error());
    if (!work.delivery) all[i].report = work.crawl->finish();
    all[i].progress = work.crawl->progress();
  }
  held_ -= batch.bytes;
  {
    const std::lock_guard lock(mutex_);
    for (Done& done : all) done_.push_back(std::move(done));
  }
  tell_();
}

Result<void> Storing::apply(Batch& batch, std::vector<Done>& done) {
  if (batch.filed.empty()) return {};
  return store_.together([&]() -> Result<void> {
    auto filed = batch.filed.begin();
    for (size_t i = 0; i < batch.works.size(); ++i) {
      if (!batch.works[i].delivery) continue;
      Result<std::optional<Stored>> stored = batch.works[i].crawl->store(std::move(*filed++));
      if (!stored) return stored.error();
      done[i].stored = std::move(*stored);
    }
    return {};
  });
}

}  // namespace dekko
