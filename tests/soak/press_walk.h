// One night's crawl of all the newspapers, put together as the command does it: everything is opened, walked
// and closed again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/run_report.h"
#include "core/result.h"
#include "crawler/fetch/fetcher.h"
#include "extractors/sites/profiles.h"

namespace dekko {

// A listing and how it is kept.
struct Subscription {
  std::string listing;
  std::string address;  // at which its host is reached
  bool zstd = false;
  bool certified = false;  // all of it, this time
};

class PressWalk {
 public:
  // Borrowed; they must outlive the walk. A profile that claims an address is taken as one that the user
  // wrote.
  PressWalk(const std::filesystem::path& db, const std::filesystem::path& folder, const Profiles& profiles,
            const Clock& clock)
      : db_(db), folder_(folder), profiles_(profiles), clock_(clock) {}

  // How each listing's run ended; an Error where it could not begin, or a run could not be ended.
  Result<std::vector<RunReport>> run(const std::vector<Subscription>& all, Fetcher& fetcher) const;

 private:
  const std::filesystem::path& db_;
  const std::filesystem::path& folder_;
  const Profiles& profiles_;
  const Clock& clock_;
};

}  // namespace dekko
