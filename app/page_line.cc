#include "app/page_line.h"

#include <chrono>

#include "app/threads.h"
#include "core/limits.h"
#include "extractors/extract.h"

namespace dekko {

namespace {

// A hundred and thirty pages of usual weight: enough that no thread runs dry while the first page waits for a
// slow one.
constexpr size_t kLineBytes = 12 * limits::kMiB;

// An empty capture has to count too.
constexpr size_t kPlaceBytes = limits::kKiB;

}  // namespace

PageLine::PageLine(const ProfileChoice& profiles, size_t threads)
    : profiles_(profiles), threads_(start_threads(threads, [this] { work(); })) {}

PageLine::~PageLine() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void PageLine::put(Sourced sourced) {
  const size_t bytes = sourced.capture.body.size() + kPlaceBytes;
  Task task([this, sourced = std::move(sourced)]() mutable {
    Result<Page> page = sourced.page ? Result<Page>(std::move(*sourced.page))
                                     : extract(sourced.capture, profiles_.for_url(sourced.capture.url));
    return ReadPage{std::move(sourced), std::move(page)};
  });
  line_.push_back({bytes, task.get_future()});
  bytes_ += bytes;
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  changed_.notify_one();
}

bool PageLine::is_full() const {
  return bytes_ > kLineBytes;
}

std::optional<ReadPage> PageLine::next() {
  if (line_.empty()) return std::nullopt;
  ReadPage read = line_.front().page.get();
  bytes_ -= line_.front().bytes;
  line_.pop_front();
  return read;
}

std::optional<ReadPage> PageLine::next_if_done() {
  const bool done =
      !line_.empty() && line_.front().page.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  return done ? next() : std::nullopt;
}

void PageLine::work() {
  while (std::optional<Task> task = wait_for_task()) (*task)();
}

std::optional<PageLine::Task> PageLine::wait_for_task() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return over_ || !tasks_.empty(); });
  if (over_) return std::nullopt;
  Task task = std::move(tasks_.front());
  tasks_.pop_front();
  return task;
}

Result<SourceReport> each_page(const std::vector<std::string>& sources, const std::optional<std::string>& url,
                               const Clock& clock, const ProfileChoice& profiles, size_t threads,
                               const std::function<Result<void>(ReadPage)>& take) {
  PageLine line(profiles, threads);
  Result<void> taken;
  const auto hand_over = [&](std::optional<ReadPage> read) {
    const bool has_page = read.has_value();
    if (has_page) taken = take(std::move(*read));
    return has_page && taken;
  };
  auto read = each_capture(sources, url, clock, [&](Sourced sourced) {
    line.put(std::move(sourced));
    while (hand_over(line.is_full() ? line.next() : line.next_if_done())) {
    }
    return taken;
  });
  // Sources that broke off still leave the pages before the break.
  while (taken && hand_over(line.next())) {
  }
  if (!taken) return taken.error();
  return read;
}

}  // namespace dekko
