// Which records of an archive are meant: by listing, page and time.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "archive/warc_reader.h"
#include "core/moment.h"
#include "core/url.h"

namespace dekko {

struct RecordChoice {
  std::optional<Url> listing = {};   // its address, of whatever page
  std::optional<int> page = {};      // number
  std::optional<Moment> since = {};  // from this moment on
  std::optional<Moment> until = {};  // before this one

  // A record without an address belongs to no listing; one without a moment to no time.
  bool takes(const WarcRecord& record) const;
};

// "2026-01-31" (the day's beginning, UTC) or a moment.
Result<Moment> parse_day_or_moment(const std::string& text);

// Calls `take` for each record of the folder, chosen or not by the caller, file by file in the order in which
// they were begun; `take` returns an error to stop. Damaged places are told to `fault`.
Result<void> each_record(const std::filesystem::path& folder,
                         const std::function<Result<void>(const WarcRecord&)>& take,
                         const std::function<void(const std::string& file, const WarcFault&)>& fault);

}  // namespace dekko
