#include "app/stored_body.h"

#include "archive/archive.h"

namespace dekko {

Result<Capture> StoredBodies::capture_of(const StoredPage& page) {
  if (page.record.length == 0) return Error{ErrorCode::kNotFound, page.url, "its body is not in the archive"};
  const auto [first, is_first] = first_.try_emplace(page.record.sha256, page.record);
  // One with a payload that was there before refers to it, or stands there whole all the same.
  Result<Capture> capture =
      is_first ? read_capture(archive_, page.record) : read_capture(archive_, page.record, first->second);
  if (!capture && !is_first) capture = read_capture(archive_, page.record);
  if (!capture) return capture;
  const Result<Url> url = Url::parse(page.url);
  if (url) capture->url = *url;
  capture->fetched_at = page.fetched_at;
  capture->record = page.record;
  return capture;
}

}  // namespace dekko
