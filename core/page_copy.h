// A page of a listing as it was last had: what an answer "not modified" stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/capture.h"
#include "core/moment.h"

namespace dekko {

struct PageCopy {
  int64_t capture_id = 0;
  Url url;
  Moment fetched_at;
  RecordRef record;                           // sha256: of the payload, whatever stands at file and offset
  std::string profile_fingerprint = {};       // that it was read with
  std::string etag = {}, last_modified = {};  // as served; empty for none
  std::optional<int> page_count = {};
  std::optional<std::string> next = {};
  bool leads_on = false;               // by script alone: no address leads to what comes next
  std::vector<std::string> urls = {};  // of its cards, in order
};

}  // namespace dekko
