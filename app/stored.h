// What passes between the thread that asks and the one that stores.
#pragma once

#include <optional>
#include <string>

#include "core/run.h"
#include "crawler/fetch/fetcher.h"
#include "crawler/walk/walk.h"
#include "db/store.h"

namespace dekko {

// An answer on its way to disk, and its line of the ledger.
struct Delivery {
  Answer answer;
  LedgerLine line;
};

// A page that was read and stored.
struct PageSeen {
  Url url;
  Shown shown;
  Applied applied = {};
  int problems = 0;
  std::string first_problem = {};
  std::string pinned = {};    // the profile that was inferred with this page
  bool unchanged = false;     // 304, or the very octets of last time: nothing was read anew
  bool not_archived = false;  // the site asked for its body not to be
};

// What became of a Delivery. Bodies stay behind on disk, but for that of a robots.txt.
struct Stored {
  FetchOutcome outcome;
  std::string body = {};                      // of a robots.txt, decoded
  std::string etag = {}, last_modified = {};  // of a robots.txt
  std::string unreadable = {};                // why the archived body could not be decoded
  std::optional<PageSeen> seen = {};          // of a page that came
  std::optional<Error> failure = {};          // what could not be stored
};

}  // namespace dekko
