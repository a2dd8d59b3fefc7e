// From a step in the journal to what it means: the answer that it names is read from the archive again, and a
// page's cards from the answer.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/capture.h"
#include "core/page.h"
#include "db/step.h"
#include "extractors/sites/profile.h"

namespace dekko {

// capture: of AnswerNoted and PageRead. page: of PageRead.
struct ReadStep {
  Step step;
  std::optional<Capture> capture = {};
  std::optional<Page> page = {};
  std::shared_ptr<const Profile> profile = {};  // of the run, while it goes on
};

// profile: of the step's run; needed for pages alone. Pure but for the files of the folder.
Result<ReadStep> read_step(const std::filesystem::path& folder, Step step, std::shared_ptr<const Profile> profile);

// A page that did not change, read from the answer that its own answer refers to.
Result<ReadStep> read_unchanged(const std::filesystem::path& folder, const ReadStep& again);

// The profiles of the runs that have begun and not ended, as their text stands in the journal.
class RunProfiles {
 public:
  // Hears of each step, in order.
  Result<void> hear(const Step& step);
  // Null for a run that has not begun.
  std::shared_ptr<const Profile> of(const RunKey& run) const;

 private:
  std::map<std::string, std::shared_ptr<const Profile>> by_text_;  // a site's is the same every night
  std::map<RunKey, std::shared_ptr<const Profile>> by_run_;
};

}  // namespace dekko
