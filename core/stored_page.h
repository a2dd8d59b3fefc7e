// A page as the database has it: where its body stands, and as what it was read.
#pragma once

#include <cstdint>
#include <string>

#include "core/capture.h"
#include "core/page.h"

namespace dekko {

struct StoredPage {
  int64_t capture_id = 0;
  std::string listing = {};  // its address
  std::string url = {};
  int page = 1;
  Moment fetched_at = {};
  Verdict verdict = Verdict::kListing;
  std::string profile = {}, fingerprint = {};
  RecordRef record = {};   // length 0: of a plain file, or of no body
  bool set_aside = false;  // by what the listing showed before, not by what the page is
};

}  // namespace dekko
