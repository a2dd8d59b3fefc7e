// From a step in the journal to what it means: the answer that it names is read from the archive again, and a
// page's cards from the answer.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/listing_reading.h"
#include "core/capture.h"
#include "core/page.h"
#include "db/step.h"
#include "extractors/sites/profile.h"

namespace dekko {

// What the pages of a run are read with.
struct RunReader {
  std::shared_ptr<const Profile> profile;
  ProfileSource source = ProfileSource::kDeclared;

  PageReader reader() const { return {*profile, source}; }
};

// capture: of AnswerNoted and PageRead. read: of PageRead, as its reader reads it; page: of one whose site
// forbids to keep it, as it was accepted. reader: of the step's run, nothing while it has not begun.
struct ReadStep {
  JournalStep step;
  std::optional<RunReader> reader = {};
  std::optional<Capture> capture = {};
  std::optional<Result<Page>> read = {};
  std::optional<Page> page = {};
  std::vector<std::pair<Capture, Page>> reread = {};  // of PagesReread: those that can be read
};

// Pure but for the files of the folder, so that any thread may do it.
Result<ReadStep> read_step(const std::filesystem::path& folder, JournalStep step,
                           std::optional<RunReader> reader);
// A page that did not change, read from the answer that its own answer refers to.
Result<ReadStep> read_unchanged(const std::filesystem::path& folder, const ReadStep& again);

// What the runs read with that have begun and not ended, as it stands in the journal.
class RunReaders {
 public:
  // Hears of each step, in order.
  Result<void> hear(const JournalStep& step);
  std::optional<RunReader> of(const RunKey& run) const;

 private:
  Result<std::shared_ptr<const Profile>> profile(const ReadBy& by, const std::string& name);

  std::map<std::pair<std::string, std::string>, std::shared_ptr<const Profile>> by_text_;  // and fingerprint
  std::map<RunKey, RunReader> by_run_;
};

}  // namespace dekko
