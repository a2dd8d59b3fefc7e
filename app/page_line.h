// Saved pages on their way to the database: read in order by one thread, understood by several, stored in order by the
// first. However many there are, what is stored is the same.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/replay.h"
#include "app/sources.h"
#include "core/page.h"
#include "core/result.h"

namespace dekko {

struct ReadPage {
  Sourced sourced;
  Result<Page> page;  // extract()'s
};

// Captures in, pages out in the same order. Used by one thread; its own threads only extract.
class PageLine {
 public:
  // `profiles` must outlive the line. threads: at least one.
  PageLine(const ProfileChoice& profiles, size_t threads);
  // Waits for what its threads are at; what nobody has begun or taken is dropped.
  ~PageLine();
  PageLine(const PageLine&) = delete;
  PageLine& operator=(const PageLine&) = delete;

  void put(Sourced sourced);
  // Whether the bodies in the line weigh more than it may hold: take some out before the next.
  bool is_full() const;
  // The first page, waited for; none when the line is empty.
  std::optional<ReadPage> next();
  // The first page if it is done.
  std::optional<ReadPage> next_if_done();

 private:
  struct Place {
    size_t bytes;
    std::future<ReadPage> page;
  };
  using Task = std::packaged_task<ReadPage()>;

  void work();
  std::optional<Task> wait_for_task();

  const ProfileChoice& profiles_;
  std::deque<Place> line_;
  size_t bytes_ = 0;

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  bool over_ = false;

  std::vector<std::thread> threads_;
};

// each_capture() through a line: calls `take` on this thread, for each page in the order of the sources. `take` returns
// an error to stop.
Result<SourceReport> each_page(const std::vector<std::string>& sources, const std::optional<std::string>& url,
                               const Clock& clock, const ProfileChoice& profiles, size_t threads,
                               const std::function<Result<void>(ReadPage read)>& take);

}  // namespace dekko
