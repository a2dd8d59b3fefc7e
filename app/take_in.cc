#include "app/take_in.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "app/late_answer.h"
#include "app/step_player.h"
#include "archive/mend_tail.h"
#include "archive/originals.h"
#include "archive/segment_name.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

bool is_pending(const JournalRecord& record, const JournalMark& mark) {
  return record.entry.database == mark.database &&
         std::pair(record.record.file, record.record.offset) >= std::pair(mark.segment, mark.next);
}

bool was_written_since(const std::filesystem::path& file, Moment moment) {
  std::error_code failure;
  const auto written = std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file, failure));
  return failure || written >= moment;
}

// The segments of answers that were written to at `journal`'s moment or later.
std::set<std::string> segments_since(const std::filesystem::path& folder, const std::string& journal) {
  const Moment begun = segment_moment(journal).value_or(Moment());
  std::set<std::string> names;
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    const std::string name = it->path().filename().string();
    const std::string label = segment_label(name);
    if (!is_warc_name(name) || label.empty() || label == segment_label(journal)) continue;
    // A run may have gone on in the segment of an earlier one.
    if (segment_stamp(name) >= segment_stamp(journal) || was_written_since(it->path(), begun))
      names.insert(name);
  }
  return names;
}

bool is_awaited(const WarcRecord& record, const OpenRun& run) {
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  const auto asked = run.asked.find(std::string(record.field("warc-target-uri")));
  return at && asked != run.asked.end() && *at >= asked->second;
}

}  // namespace

Result<void> TakeIn::mend(const std::string& name) {
  const Result<uint64_t> cut = mend_tail(folder_ / name);
  if (!cut) return cut.error();
  if (*cut > 0)
    console_.say(fmt::format("{}: {} octets that a kill left half-written were cut off", name, *cut));
  return {};
}

Result<void> TakeIn::journal() {
  const Result<JournalMark> mark = store_.journal_mark();
  if (!mark) return mark.error();
  for (const std::string& name : journal_segments(folder_)) {
    if (name < mark->segment) continue;
    if (const Result<void> mended = mend(name); !mended) return mended;
  }
  // A run's beginning mostly stands in the segment that was read last; if not, somewhere before it.
  JournalMark from{.segment = mark->segment};
  Result<bool> whole = survey(*mark, from);
  if (whole && !*whole) whole = survey(*mark, from = {});
  if (!whole) return whole.error();
  if (mark->segment.empty() && pending_ == 0 && others_) {
    console_.say(
        fmt::format("{}: holds runs that this database does not know; dekko rebuild makes a database of them",
                    folder_.string()));
  }
  return pending_ > 0 ? play(*mark, from) : Result<void>();
}

// Reads the journal without storing anything. False if a step is pending whose run began before `from`.
Result<bool> TakeIn::survey(const JournalMark& mark, const JournalMark& from) {
  open_ = {};
  pending_ = 0;
  std::set<RunKey> begun;
  bool whole = true;
  const Result<void> read = each_journaled(folder_, from, [&](const JournalRecord& record) {
    const bool ours = record.entry.database == mark.database;
    others_ |= !ours;
    for (const JournalStep& step : record.entry.steps) {
      if (!ours) break;
      open_.hear(step, record.record.file);
      if (std::holds_alternative<RunBegins>(step.what)) begun.insert(step.run);
      if (is_pending(record, mark)) whole &= begun.contains(step.run);
    }
    pending_ += is_pending(record, mark);
    return Result<void>();
  });
  if (!read) return read.error();
  return whole || from.segment.empty();
}

Result<void> TakeIn::play(const JournalMark& mark, const JournalMark& from) {
  StepPlayer player(store_, folder_);
  RunReaders readers;
  int taken = 0;
  const Result<void> played = each_journaled(folder_, from, [&](const JournalRecord& record) -> Result<void> {
    if (record.entry.database != mark.database) return {};
    for (const JournalStep& step : record.entry.steps) {
      if (const Result<void> heard = readers.hear(step); !heard) return heard;
    }
    if (!is_pending(record, mark)) return {};
    taken += static_cast<int>(record.entry.steps.size());
    return store_.together([&]() -> Result<void> {
      for (const JournalStep& step : record.entry.steps) {
        Result<ReadStep> read = read_step(folder_, step, readers.of(step.run));
        if (!read) return read.error();
        if (const Result<void> done = player.play(std::move(*read)); !done) return done;
      }
      return store_.set_journal_mark(
          {mark.database, record.record.file, record.record.offset + record.record.length});
    });
  });
  if (!played) return played;
  console_.say(fmt::format("{} steps that the database did not know were taken in from the archive", taken));
  return {};
}

Result<void> TakeIn::answers() {
  if (open_.runs().empty()) return {};
  std::string first = open_.runs().begin()->second.segment;
  for (const auto& [key, run] : open_.runs()) first = std::min(first, run.segment);
  readers_ = {};
  const Result<void> heard =
      each_journaled(folder_, {.segment = first}, [&](const JournalRecord& record) -> Result<void> {
        for (const JournalStep& step : record.entry.steps) {
          if (const Result<void> known = readers_.hear(step); !known) return known;
        }
        return {};
      });
  if (!heard) return heard;
  for (const std::string& name : segments_since(folder_, first)) {
    if (const Result<void> mended = mend(name); !mended) return mended;
    std::error_code gone;
    if (!std::filesystem::exists(folder_ / name, gone)) continue;
    if (const Result<void> taken = take(name); !taken) return taken;
  }
  return {};
}

// Null for a run that has not begun.
Result<TakeIn::LateReading*> TakeIn::reading_of(const RunKey& run) {
  if (const auto known = late_.find(run); known != late_.end()) return known->second.get();
  const std::optional<RunReader> reader = readers_.of(run);
  const Result<std::optional<RunId>> id = store_.find_run(run);
  if (!id) return id.error();
  if (!reader || !*id) return nullptr;
  auto late = std::unique_ptr<LateReading>(
      new LateReading{*reader, ListingReading(store_, *reader->profile, reader->source, run.listing)});
  if (const Result<void> past = late->reading.recall(run.started, **id); !past) return past.error();
  if (const Result<void> first = late->reading.recall_first(folder_); !first) return first.error();
  return (late_[run] = std::move(late)).get();
}

// The answers that runs were waiting for, as far as they stand in this segment.
Result<void> TakeIn::take(const std::string& segment) {
  Result<WarcReader> reader = WarcReader::open(folder_ / segment);
  if (!reader) return reader.error();
  for (;;) {
    Result<std::optional<WarcRecord>> record = reader->next();
    if (!record) return record.error();
    if (!*record) return {};
    if ((*record)->type() != "response" && (*record)->type() != "revisit") continue;
    (*record)->ref.file = segment;
    for (const auto& [key, run] : open_.runs()) {
      if (!is_awaited(**record, run)) continue;
      const Result<LateReading*> late = reading_of(key);
      if (!late) return late.error();
      if (!*late) continue;
      const Result<std::optional<WalkPosition>> taken =
          take_late(store_, folder_, **record, {key, run, *(*late)->reader.profile, (*late)->reading});
      if (!taken) return taken.error();
      if (!*taken) continue;
      console_.say(
          fmt::format("{}: was archived but not stored; taken in", (*record)->field("warc-target-uri")));
      open_.stand(key, **taken);
    }
  }
}

}  // namespace dekko
