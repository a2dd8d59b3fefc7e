#include "app/storing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dekko {

namespace {

// Enough to share a sync among, few enough to be soon done: the 48 pages of 100 KB in three batches are 5 MB.
constexpr size_t kBatch = 16;
constexpr size_t kBeingRead = 2;  // batches
// Reading is most of the work, and the thread that stores leaves some of its core.
constexpr unsigned kMostReaders = 4;

size_t cores_for_reading() {
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
  packers_ = std::make_unique<Line>(cores_for_reading(), kBatch);
  readers_ = std::make_unique<Line>(cores_for_reading(), kBeingRead * kBatch);
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
    const Result<void> noted = turn_over(nullptr, works);
    Batch batch{.works = std::move(works), .filed = {}};
    file(batch, noted);
    std::ignore = turn_over(&batch, {});  // nothing comes next
    return;
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

// While one batch is read, the one before it goes into the database and the one after it to the archive.
void Storing::run() {
  std::deque<Batch> being_read;  // other threads hold addresses in them
  try {
    for (;;) {
      std::vector<Work> works = take_waiting(being_read.empty());
      if (works.empty() && being_read.empty()) return;
      const bool all_read_first = works.empty() || being_read.size() == kBeingRead;
      const Result<void> noted = turn_over(all_read_first ? &being_read.front() : nullptr, works);
      if (all_read_first) being_read.pop_front();
      if (!works.empty()) file(being_read.emplace_back(Batch{.works = std::move(works), .filed = {}}), noted);
    }
  } catch (...) {
    packers_.reset();
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

// One transaction for the answers that are read and for the requests of those that come next; whether the
// latter are noted.
Result<void> Storing::turn_over(Batch* ripe, const std::vector<Work>& next) {
  if (ripe == nullptr) return store_.together([&] { return note(next); });
  for (size_t i = 0; readers_ && i < ripe->filed.size(); ++i) readers_->next();
  std::vector<Done> all(ripe->works.size());
  const Result<void> stored = store_.together([&]() -> Result<void> {
    const Result<void> applied = apply(*ripe, all);
    return applied ? note(next) : applied;
  });
  finish(*ripe, std::move(all), stored);
  return stored ? stored : store_.together([&] { return note(next); });
}

Result<void> Storing::note(const std::vector<Work>& works) {
  for (const Work& work : works) {
    if (!work.delivery) continue;
    if (const Result<void> noted = work.crawl->note(work.delivery->line); !noted) return noted;
  }
  return {};
}

void Storing::file(Batch& batch, const Result<void>& noted) {
  batch.filed.reserve(batch.works.size());  // other threads hold addresses
  for (Work& work : batch.works) {
    batch.bytes += bytes_of(work);
    if (!work.delivery) continue;
    batch.filed.push_back(noted ? work.crawl->take(std::move(*work.delivery))
                                : Filed{.delivery = std::move(*work.delivery), .failure = noted.error()});
  }
  const auto each = [&](auto step) {
    auto filed = batch.filed.begin();
    for (const Work& work : batch.works)
      if (work.delivery) step(work.crawl, *filed++);
  };
  each([&](Crawl* crawl, Filed& one) { run_on(packers_, [crawl, &one] { return crawl->pack(one), true; }); });
  each([&](Crawl* crawl, Filed& one) {
    if (packers_) packers_->next();
    crawl->file(one);
  });
  sync(batch);
  each([&](Crawl* crawl, Filed& one) { run_on(readers_, [crawl, &one] { return crawl->read(one), true; }); });
}

// Each archive once, side by side: what waits for the disk costs no core.
void Storing::sync(Batch& batch) {
  std::map<Crawl*, Result<void>> synced;
  for (const Work& work : batch.works)
    if (work.delivery) synced.try_emplace(work.crawl);
  for (auto& [crawl, result] : synced)
    run_on(packers_, [crawl = crawl, &result = result] { return result = crawl->sync(), true; });
  for (size_t i = 0; packers_ && i < synced.size(); ++i) packers_->next();
  auto filed = batch.filed.begin();
  for (const Work& work : batch.works) {
    if (!work.delivery) continue;
    if (const Result<void>& result = synced[work.crawl]; !result && !filed->failure) filed->failure = result.error();
    ++filed;
  }
}

void Storing::run_on(const std::unique_ptr<Line>& line, std::function<bool()> task) {
  if (line) {
    line->put(std::move(task));
  } else {
    task();
  }
}

Result<void> Storing::apply(Batch& batch, std::vector<Done>& done) {
  auto filed = batch.filed.begin();
  for (size_t i = 0; i < batch.works.size(); ++i) {
    if (!batch.works[i].delivery) continue;
    Result<std::optional<Stored>> stored = batch.works[i].crawl->store(std::move(*filed++));
    if (!stored) return stored.error();
    done[i].stored = std::move(*stored);
  }
  return {};
}

void Storing::finish(const Batch& batch, std::vector<Done> all, const Result<void>& stored) {
  for (size_t i = 0; i < all.size(); ++i) {
    const Work& work = batch.works[i];
    all[i].who = work.who;
    if (work.delivery && !stored) all[i].stored.reset();
    if (work.delivery && !stored) work.crawl->lost(stored.error());
    all[i].progress = work.crawl->progress();
  }
  end_runs(batch.works, all);
  held_ -= batch.bytes;
  {
    const std::lock_guard lock(mutex_);
    for (Done& done : all) done_.push_back(std::move(done));
  }
  tell_();
}

// In one transaction; where that fails, each in its own, so that one that can be ended is.
void Storing::end_runs(const std::vector<Work>& works, std::vector<Done>& all) {
  const auto end_each = [&]() -> Result<void> {
    Result<void> worst;
    for (size_t i = 0; i < works.size(); ++i) {
      if (works[i].delivery) continue;
      all[i].report = works[i].crawl->finish();
      if (!*all[i].report) worst = all[i].report->error();
    }
    return worst;
  };
  const auto is_end = [](const Work& work) { return !work.delivery; };
  if (std::none_of(works.begin(), works.end(), is_end)) return;
  if (!store_.together(end_each)) std::ignore = end_each();  // each report has its own error
}

}  // namespace dekko
