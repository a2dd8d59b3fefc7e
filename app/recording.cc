#include "app/recording.h"

#include "app/take_in.h"
#include "archive/archive_folder.h"
#include "archive/record_id.h"

namespace dekko {

Result<Recording> Recording::open(const std::filesystem::path& db, const std::filesystem::path& folder,
                                  const std::string& software, const Clock& clock, Console& console) {
  Result<Store> store = Store::open(db);
  return store ? record(std::move(*store), folder, software, clock, console) : store.error();
}

Result<Recording> Recording::open_known(const std::filesystem::path& db, const std::filesystem::path& folder,
                                        const std::string& software, const Clock& clock, Console& console) {
  Result<Store> store = Store::open(db);
  if (!store) return store.error();
  const Result<JournalMark> mark = store->journal_mark();
  if (!mark) return mark.error();
  if (mark->database.empty()) return Recording(std::move(*store));
  return record(std::move(*store), folder, software, clock, console);
}

Result<Recording> Recording::record(Store store, const std::filesystem::path& folder,
                                    const std::string& software, const Clock& clock, Console& console) {
  if (const Result<void> made = make_archive_folder(folder); !made) return made.error();
  Result<FileLock> lock = FileLock::take_folder(folder);
  if (!lock) return lock.error();
  Recording recording(std::move(store));
  recording.lock_ = std::move(*lock);
  TakeIn take_in(recording.store_, folder, console);
  if (const Result<void> taken = take_in.journal(); !taken) return taken.error();
  if (const Result<void> begun = recording.begin_journal(folder, software, clock); !begun)
    return begun.error();
  if (const Result<void> taken = take_in.answers(); !taken) return taken.error();
  return recording;
}

Result<void> Recording::begin_journal(const std::filesystem::path& folder, const std::string& software,
                                      const Clock& clock) {
  Result<JournalMark> mark = store_.journal_mark();
  if (!mark) return mark.error();
  if (mark->database.empty()) {
    Result<std::string> name = new_record_id();
    if (!name) return name.error();
    mark->database = std::move(*name);
    if (const Result<void> named = store_.set_journal_mark(*mark); !named) return named;
  }
  Result<Journal> journal = Journal::open(folder, software, mark->database, clock);
  if (!journal) return journal.error();
  journal_ = std::make_unique<Journal>(std::move(*journal));
  store_.write_ahead(
      [journal = journal_.get()](const std::vector<JournalStep>& steps) { return journal->write(steps); });
  return {};
}

}  // namespace dekko
