#include "app/step_player.h"

#include <fmt/format.h>

namespace dekko {

namespace {

template <class T>
Result<void> without_value(const Result<T>& result) {
  return result ? Result<void>() : Result<void>(result.error());
}

}  // namespace

Result<void> StepPlayer::play(const ReadStep& read) {
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

Result<void> StepPlayer::play(const ReadStep& read, const RunBegins& step) {
  const RunKey& key = read.step.run;
  RunStart start{.listing = key.listing,
                 .kind = key.kind,
                 .profile = step.profile,
                 .started = key.started,
                 .permission = step.permission,
                 .profile_text = step.profile_text,
                 .position = step.position};
  if (step.continues) {
    const Result<RunId> continued = run_of({key.listing, key.kind, *step.continues});
    if (!continued) return continued.error();
    start.continues = *continued;
  }
  return without_value(store_.begin_run(start));
}

Result<void> StepPlayer::play(const ReadStep& read, const RequestMade& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.note_request(*run, step.line) : run.error();
}

Result<void> StepPlayer::play(const ReadStep& read, const AnswerNoted& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  return without_value(store_.note_capture(*run, *read.capture, step.page, step.position));
}

Result<void> StepPlayer::play(const ReadStep& read, const PageRead& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  return without_value(store_.apply(*run, *read.capture, *read.page, step.position));
}

Result<void> StepPlayer::play(const ReadStep& read, const PageSeenAgain& step) {
  const Result<RunId> run = run_of(read.step.run);
  if (!run) return run.error();
  const Result<std::optional<PageCopy>> copy = store_.copy_of(read.step.run.listing, step.url);
  if (!copy) return copy.error();
  if (!*copy) {  // the page was stored by a replay, which is in no journal
    const Result<ReadStep> whole = read_unchanged(folder_, read);
    if (!whole) return whole.error();
    return without_value(store_.apply(*run, *whole->capture, *whole->page, step.position));
  }
  const Capture capture{.url = step.url,
                        .fetched_at = step.fetched_at,
                        .status = step.status,
                        .etag = step.etag,
                        .last_modified = step.last_modified,
                        .record = step.record};
  return without_value(store_.apply_again(*run, capture, **copy, step.page, step.position));
}

Result<void> StepPlayer::play(const ReadStep& read, const RobotsKept& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.keep_robots(*run, step.origin, step.copy) : run.error();
}

Result<void> StepPlayer::play(const ReadStep& read, const ProblemNoted& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.note_problem(*run, step.problem) : run.error();
}

Result<void> StepPlayer::play(const ReadStep& read, const ItemsMissing& step) {
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

Result<void> StepPlayer::play(const ReadStep& read, const RunEnds& step) {
  const Result<RunId> run = run_of(read.step.run);
  return run ? store_.finish_run(*run, {step.ended, step.reason, step.coverage}) : run.error();
}

}  // namespace dekko
