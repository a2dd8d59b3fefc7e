#include "app/step_reading.h"

#include "app/pinned_profiles.h"
#include "app/unarchived_page.h"
#include "archive/archive.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

const RecordRef* record_of(const JournalStep& step) {
  if (const auto* answer = std::get_if<AnswerNoted>(&step.what)) return &answer->record;
  if (const auto* page = std::get_if<PageRead>(&step.what)) return &page->record;
  return nullptr;
}

Result<Profile> parse(const ReadBy& by, const std::string& name) {
  return profile_of({.name = name, .toml = by.text, .fingerprint = by.fingerprint});
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

Result<ReadStep> read_anew(const std::filesystem::path& folder, ReadStep read, const PagesReread& step) {
  const Result<Profile> profile = parse(step.read_by, read.step.run.listing);
  if (!profile) return profile.error();
  for (const RecordRef& record : step.records) {
    Result<Capture> capture = read_capture(folder, record);
    if (!capture) return capture.error();
    Result<Page> page = extract(*capture, *profile);
    std::string().swap(capture->body);
    if (!page) continue;  // what this dekko cannot read stays as it was
    page->listing = read.step.run.listing;
    read.reread.emplace_back(std::move(*capture), std::move(*page));
  }
  return read;
}

Error without_beginning(const RecordRef& record) {
  return {ErrorCode::kCorrupt, record.file, "holds a page of a run whose beginning is in no journal",
          "restore the missing files of the archive"};
}

}  // namespace

Result<ReadStep> read_step(const std::filesystem::path& folder, JournalStep step,
                           std::optional<RunReader> reader) {
  ReadStep read{.step = std::move(step), .reader = std::move(reader)};
  if (const auto* anew = std::get_if<PagesReread>(&read.step.what)) {
    const PagesReread pages = *anew;
    return read_anew(folder, std::move(read), pages);
  }
  const RecordRef* record = record_of(read.step);
  if (!record) return read;
  const bool is_page = std::holds_alternative<PageRead>(read.step.what);
  if (is_page && !read.reader) return without_beginning(*record);
  Result<Capture> capture = read_capture(folder, *record);
  const bool is_no_answer = !capture && capture.error().code == ErrorCode::kUnsupported;
  if (is_no_answer && is_page) return read_cards(folder, std::move(read));
  if (!capture) return capture.error();
  if (is_page) read.read = read.reader->reader().read(*capture);
  std::string().swap(capture->body);
  read.capture = std::move(*capture);
  return read;
}

Result<ReadStep> read_unchanged(const std::filesystem::path& folder, const ReadStep& again) {
  const auto& step = std::get<PageSeenAgain>(again.step.what);
  if (!again.reader) return without_beginning(step.record);
  Result<Capture> capture = read_capture(folder, step.record);
  if (!capture) return capture.error();
  capture->status = step.status;
  capture->etag = step.etag;
  capture->last_modified = step.last_modified;
  ReadStep read{.step = again.step, .reader = again.reader};
  read.read = again.reader->reader().read(*capture);
  read.capture = std::move(*capture);
  return read;
}

Result<std::shared_ptr<const Profile>> RunReaders::profile(const ReadBy& by, const std::string& name) {
  std::shared_ptr<const Profile>& known = by_text_[{by.text, by.fingerprint}];
  if (known) return known;
  Result<Profile> parsed = parse(by, name);
  if (!parsed) return parsed.error();
  known = std::make_shared<const Profile>(std::move(*parsed));
  return known;
}

Result<void> RunReaders::hear(const JournalStep& step) {
  if (std::holds_alternative<RunEnds>(step.what)) by_run_.erase(step.run);
  if (const auto* begins = std::get_if<RunBegins>(&step.what)) {
    const auto read_by = profile(begins->read_by, begins->profile);
    if (!read_by) return read_by.error();
    by_run_[step.run] = {*read_by, begins->source};
  }
  const auto* pinned = std::get_if<ProfilePinned>(&step.what);
  if (!pinned) return {};
  const auto read_by = profile({pinned->profile.toml, pinned->profile.fingerprint}, pinned->profile.name);
  if (!read_by) return read_by.error();
  for (auto& [run, reader] : by_run_) {
    if (run.listing == step.run.listing) reader = {*read_by, ProfileSource::kInferred};
  }
  return {};
}

std::optional<RunReader> RunReaders::of(const RunKey& run) const {
  const auto found = by_run_.find(run);
  return found == by_run_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dekko
