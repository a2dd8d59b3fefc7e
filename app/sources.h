// What a replay reads: HTML files, folders of them, WARC files. One capture alive at a time, in a stable
// order.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/capture.h"
#include "core/page.h"
#include "core/result.h"

namespace dekko {

// A capture and the file it came from, relative to the source that the user named.
struct Sourced {
  Capture capture;
  std::filesystem::path origin;
  std::optional<Page> page = {};  // where the archive has cards in the place of a body
};

// What was passed over, by reason: "robots.txt", "request record", "torn tail", "not a page", ...
using Skipped = std::map<std::string, int, std::less<>>;

struct SourceReport {
  int captures = 0;
  Skipped skipped = {};
  std::vector<Error> faults = {};  // things that should have been readable: damage, a file without address
};

// Calls `take` for each capture of `sources` in order: as given; inside folders by name; inside WARC files by
// offset. `take` returns an error to stop. `url` is for bare files only.
Result<SourceReport> each_capture(const std::vector<std::string>& sources,
                                  const std::optional<std::string>& url, const Clock& clock,
                                  const std::function<Result<void>(Sourced sourced)>& take);

}  // namespace dekko
