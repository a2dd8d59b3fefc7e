#include "app/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "app/journal.h"
#include "app/step_player.h"
#include "app/work_line.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

constexpr size_t kStepsTogether = 128;  // a sync of the disk costs as much as reading three pages
// In the line for each thread, so that none runs dry while others are stored: 4 MB of usual pages.
constexpr size_t kStepsPerThread = 192;

size_t weight_of(size_t steps) {
  return std::max<size_t>(steps, 1);
}

// An entry of the journal with everything that it names.
struct ReadEntry {
  std::vector<ReadStep> steps;
  JournalMark mark;  // after it
};

class Rebuild {
 public:
  Rebuild(Store& store, const RebuildOrder& order, const Interrupt& interrupt, Console& console)
      : store_(store),
        player_(store, order.archive),
        order_(order),
        interrupt_(interrupt),
        console_(console),
        line_(order.threads, order.threads * kStepsPerThread) {}

  Result<RebuildReport> run();

 private:
  Result<void> hand_in(JournalRecord record);
  Result<void> take_some();
  Result<void> play(ReadEntry entry);
  void measure();
  void show_progress();

  Store& store_;
  StepPlayer player_;
  const RebuildOrder& order_;
  const Interrupt& interrupt_;
  Console& console_;
  RunReaders readers_;
  WorkLine<Result<ReadEntry>> line_;
  size_t waiting_ = 0;                            // steps in the line
  std::map<std::string, uint64_t> bytes_before_;  // of the journal, by segment
  uint64_t bytes_ = 0;                            // of all the journal
  JournalMark mark_;
  RebuildReport report_;
};

Result<RebuildReport> Rebuild::run() {
  measure();
  const Result<void> read =
      each_journaled(order_.archive, {}, [this](JournalRecord record) { return hand_in(std::move(record)); });
  if (!read) return read.error();
  while (waiting_ > 0) {
    if (const Result<void> rest = take_some(); !rest) return rest.error();
  }
  if (mark_.database.empty()) {
    return Error{ErrorCode::kNotFound, order_.archive.string(), "holds no journal of a database",
                 "dekko replay stores the pages of any WARC files"};
  }
  if (const Result<void> marked = store_.set_journal_mark(mark_); !marked) return marked.error();
  console_.end_progress();
  return report_;
}

Result<void> Rebuild::hand_in(JournalRecord record) {
  if (interrupt_.happened()) return Error{ErrorCode::kInterrupted, order_.db.string(), "interrupted"};
  std::vector<std::optional<RunReader>> readers;
  for (const JournalStep& step : record.entry.steps) {
    if (const Result<void> heard = readers_.hear(step); !heard) return heard;
    readers.push_back(readers_.of(step.run));
  }
  waiting_ += weight_of(record.entry.steps.size());
  line_.put([folder = &order_.archive, record = std::move(record),
             readers = std::move(readers)]() mutable -> Result<ReadEntry> {
    const RecordRef& ref = record.record;
    ReadEntry entry{.steps = {}, .mark = {record.entry.database, ref.file, ref.offset + ref.length}};
    for (size_t i = 0; i < readers.size(); ++i) {
      Result<ReadStep> read = read_step(*folder, std::move(record.entry.steps[i]), std::move(readers[i]));
      if (!read) return read.error();
      entry.steps.push_back(std::move(*read));
    }
    return entry;
  });
  return waiting_ >= order_.threads * kStepsPerThread ? take_some() : Result<void>();
}

Result<void> Rebuild::take_some() {
  const Result<void> stored = store_.together([&]() -> Result<void> {
    for (size_t taken = 0; taken < kStepsTogether && waiting_ > 0;) {
      std::optional<Result<ReadEntry>> read = line_.next();
      if (!*read) return read->error();
      const size_t weight = weight_of((*read)->steps.size());
      taken += weight;
      waiting_ -= weight;
      const Result<void> played = store_.together([&] { return play(std::move(**read)); });
      if (!played) return played;
    }
    return {};
  });
  if (stored) show_progress();
  return stored;
}

Result<void> Rebuild::play(ReadEntry entry) {
  mark_ = entry.mark;
  for (ReadStep& read : entry.steps) {
    ++report_.steps;
    report_.runs += std::holds_alternative<RunBegins>(read.step.what);
    report_.pages += read.page.has_value() || read.read.has_value();
    if (const Result<void> played = player_.play(std::move(read)); !played) return played;
  }
  return {};
}

void Rebuild::measure() {
  for (const std::string& name : journal_segments(order_.archive)) {
    std::error_code ignored;
    bytes_before_[name] = bytes_;
    bytes_ += fs::file_size(order_.archive / name, ignored);
  }
}

void Rebuild::show_progress() {
  const uint64_t done = bytes_before_[mark_.segment] + mark_.next;
  console_.progress(fmt::format("{} % · {} runs · {} pages", bytes_ > 0 ? done * 100 / bytes_ : 100,
                                report_.runs, report_.pages));
}

void remove_all_of(const fs::path& db) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm", ".lock"}) fs::remove(db.string() + ending, ignored);
}

Result<RebuildReport> rebuild_into(const fs::path& part, const RebuildOrder& order,
                                   const Interrupt& interrupt, Console& console) {
  Result<Store> store = Store::open(part);
  if (!store) return store.error();
  Result<RebuildReport> report = Rebuild(*store, order, interrupt, console).run();
  if (!report) return report;
  const Result<void> whole = store->fold_log();  // for the log does not go along to the file's own name
  return whole ? report : whole.error();
}

}  // namespace

Result<RebuildReport> rebuild(const RebuildOrder& order, const Interrupt& interrupt, Console& console) {
  std::error_code failure;
  if (fs::exists(order.db, failure)) {
    return Error{ErrorCode::kUsage, order.db.string(), "is there already", "name a new file with --db"};
  }
  if (!fs::is_directory(order.archive, failure)) {
    return Error{ErrorCode::kNotFound, order.archive.string(), "there is no such folder"};
  }
  const fs::path part = order.db.string() + ".part";
  remove_all_of(part);
  Result<RebuildReport> report = rebuild_into(part, order, interrupt, console);
  if (report) fs::rename(part, order.db, failure);
  remove_all_of(part);
  if (report && failure) {
    return Error{ErrorCode::kIo, order.db.string(), "cannot be written: " + failure.message()};
  }
  return report;
}

}  // namespace dekko
