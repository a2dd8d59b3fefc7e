#include "app/step_reading.h"

#include "app/page_reading.h"
#include "app/unarchived_page.h"
#include "archive/archive.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

const RecordRef* record_of(const Step& step) {
  if (const auto* answer = std::get_if<AnswerNoted>(&step.what)) return &answer->record;
  if (const auto* page = std::get_if<PageRead>(&step.what)) return &page->record;
  return nullptr;
}

// Of a page whose site forbids to keep it.
Result<ReadStep> read_cards(const std::filesystem::path& folder, ReadStep read) {
  const RecordRef& record = *record_of(read.step);
  const Result<WarcRecord> found = record_at(folder, record);
  if (!found) return found.error();
  Result<UnarchivedPage> cards = read_unarchived(*found);
  if (!cards) return cards.error();
  if (cards->capture.record.sha256 != record.sha256) {
    return Error{ErrorCode::kCorrupt, record.file, "has other cards than when they were archived",
                 "restore the file from a copy"};
  }
  read.capture = std::move(cards->capture);
  read.capture->record.file = record.file;
  read.page = std::move(cards->page);
  return read;
}

Error without_beginning(const RecordRef& record) {
  return {ErrorCode::kCorrupt, record.file, "holds a page of a run whose beginning is in no journal",
          "restore the missing files of the archive"};
}

}  // namespace

Result<ReadStep> read_step(const std::filesystem::path& folder, Step step,
                           std::shared_ptr<const Profile> profile) {
  ReadStep read{.step = std::move(step), .profile = std::move(profile)};
  const RecordRef* record = record_of(read.step);
  if (!record) return read;
  Result<Capture> capture = read_capture(folder, *record);
  const bool is_no_answer = !capture && capture.error().code == ErrorCode::kUnsupported;
  if (is_no_answer && std::holds_alternative<PageRead>(read.step.what))
    return read_cards(folder, std::move(read));
  if (!capture) return capture.error();
  if (const auto* page = std::get_if<PageRead>(&read.step.what)) {
    if (!read.profile) return without_beginning(*record);
    read.page = read_page(*capture, *read.profile, read.step.run.listing, page->page);
  }
  std::string().swap(capture->body);
  read.capture = std::move(*capture);
  return read;
}

Result<ReadStep> read_unchanged(const std::filesystem::path& folder, const ReadStep& again) {
  const auto& step = std::get<PageSeenAgain>(again.step.what);
  if (!again.profile) return without_beginning(step.record);
  Result<Capture> capture = read_capture(folder, step.record);
  if (!capture) return capture.error();
  capture->status = step.status;
  capture->etag = step.etag;
  capture->last_modified = step.last_modified;
  ReadStep read{.step = again.step, .profile = again.profile};
  read.page = read_page(*capture, *again.profile, again.step.run.listing, step.page);
  read.capture = std::move(*capture);
  return read;
}

Result<void> RunProfiles::hear(const Step& step) {
  if (std::holds_alternative<RunEnds>(step.what)) by_run_.erase(step.run);
  const auto* begins = std::get_if<RunBegins>(&step.what);
  if (!begins) return {};
  std::shared_ptr<const Profile>& profile = by_text_[begins->profile_text];
  if (!profile) {
    Result<Profile> parsed = parse_profile(begins->profile_text, begins->profile);
    if (!parsed) return parsed.error();
    profile = std::make_shared<const Profile>(std::move(*parsed));
  }
  by_run_[step.run] = profile;
  return {};
}

std::shared_ptr<const Profile> RunProfiles::of(const RunKey& run) const {
  const auto found = by_run_.find(run);
  return found == by_run_.end() ? nullptr : found->second;
}

}  // namespace dekko
