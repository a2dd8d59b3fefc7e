#include "app/step_player.h"

#include <fmt/format.h>

namespace dekko {

namespace {

template <class T>
Result<void> without_value(const Result<T>& result) {
  return result ? Result<void>() : Result<void>(result.error());
}

}  // namespace

Result<void> StepPlayer::play(ReadStep read) {
  return std::visit([&](const auto& step) { return play(read, step); }, read.step.what);
}

Result<RunId> StepPlayer::run_of(const RunKey& key) const {
  const Result<std::optional<RunId>> run = store_.find_run(key);
  if (!run) return run.error();
  if (*run) return **run;
  return Error{
      ErrorCode::kCorrupt, key.listing,
      fmt::format("has a step of a run of {} whose beginning is in no journal", to_text_ms(key.started)),
      "restore the missing files of the archive"};
}

Result<const ListingReading*> StepPlayer::reading_of(const ReadStep& read, RunId run) {
  const RunKey& key = read.step.run;
  const auto known = standing_.find(key);
  if (known != standing_.end() && known->second->reader.profile == read.reader->profile)
    return &known->second->reading;
  auto standing = std::unique_ptr<Standing>(new Standing{
      *read.reader, ListingReading(store_, *read.reader->profile, read.reader->source, key.listing)});
  if (const Result<void> past = standing->reading.recall(key.started, run); !past) return past.error();
  return &(standing_[key] = std::move(standing))->reading;
}

Result<Page> StepPlayer::page_of(ReadStep& read, RunId run, int number) {
  if (read.page) return std::move(*read.page);
  const Result<const ListingReading*> reading = reading_of(read, run);
  if (!reading) return reading.error();
  return (*reading)->accept(std::move(*read.read), *read.capture, number);
}

Result<void> StepPlayer::play(ReadStep& read, const RunBegins& step) {
  const RunKey& key = read.step.run;
  RunStart start{.listing = key.listing,
                 .kind = key.kind,
                 .profile = step.profile,
                 .started = key.started,
                 .permission = step.permission,
                 .read_by = step.read_by,
                 .source = step.source,
                 .position = step.position};
  if (step.continues) {
    const Result<RunId> continued = run_of({key.listing, key.kind, *step.continues});
    if (!continued) return continued.error();
    start.continues = *continued;
  }
  return without_value(store_.begin_run(start));
}

Result<void> StepPlayer::play(ReadStep& read, const RequestMade& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.note_request(*run, step.line) : run.error();
}

Result<void> StepPlayer::play(ReadStep& read, const AnswerNoted& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  return without_value(store_.note_capture(*run, *read.capture, step.page, step.position));
}

Result<void> StepPlayer::play(ReadStep& read, const PageRead& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  const Result<Page> page = page_of(read, *run, step.page);
  return page ? without_value(store_.apply(*run, *read.capture, *page, step.position)) : page.error();
}

Result<void> StepPlayer::play(ReadStep& read, const PageSeenAgain& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  const Result<std::optional<PageCopy>> copy = store_.copy_of(read.step.run.listing, step.url);
  if (!copy) return copy.error();
  if (!*copy) {  // the page was stored by a replay, which is in no journal
    Result<ReadStep> whole = read_unchanged(folder_, read);
    if (!whole) return whole.error();
    const Result<Page> page = page_of(*whole, *run, step.page);
    return page ? without_value(store_.apply(*run, *whole->capture, *page, step.position)) : page.error();
  }
  const Capture capture{.url = step.url,
                        .fetched_at = step.fetched_at,
                        .status = step.status,
                        .etag = step.etag,
                        .last_modified = step.last_modified,
                        .record = step.record};
  return without_value(store_.apply_again(*run, capture, **copy, step.page, step.position));
}

Result<void> StepPlayer::play(ReadStep& read, const RobotsKept& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.keep_robots(*run, step.origin, step.copy) : run.error();
}

Result<void> StepPlayer::play(ReadStep& read, const ProblemNoted& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.note_problem(*run, step.problem) : run.error();
}

Result<void> StepPlayer::play(ReadStep& read, const ItemsMissing& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  const Result<std::optional<int64_t>> capture = store_.capture_at(step.record);
  if (!capture) return capture.error();
  if (!*capture) {
    return Error{ErrorCode::kCorrupt, fmt::format("{}, offset {}", step.record.file, step.record.offset),
                 "proves items missing, but no journal has read it",
                 "restore the missing files of the archive"};
  }
  std::vector<MissingItem> items;
  for (const std::string& url : step.urls) items.push_back({url, **capture});
  return without_value(store_.mark_missing(*run, items));
}

Result<void> StepPlayer::play(ReadStep& read, const ProfilePinned& step) {
  return store_.pin_profile(read.step.run.listing, step.profile);
}

Result<void> StepPlayer::play(ReadStep& read, const PagesReread& step) {
  for (const auto& [capture, page] : read.reread) {
    if (const Result<void> stored = store_.reread(capture, page, step.read_by); !stored) return stored;
  }
  return {};
}

Result<void> StepPlayer::play(ReadStep& read, const RunEnds& step) {
  standing_.erase(read.step.run);
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.finish_run(*run, {step.ended, step.reason, step.coverage, step.gaps}) : run.error();
}

}  // namespace dekko
