// What passes between the thread that asks and the one that stores.
#pragma once

#include <optional>
#include <string>

#include "app/listing_reading.h"
#include "archive/archive.h"
#include "core/page_copy.h"
#include "core/run.h"
#include "crawler/fetch/fetcher.h"
#include "crawler/walk/walk.h"
#include "db/store.h"

namespace dekko {

// An answer on its way to disk, and its line of the ledger.
struct Delivery {
  Answer answer;
  LedgerLine line;
  bool ahead = false;  // asked for before the page before it was read
};

// An answer on its way to the archive, and from there to the database.
struct Filed {
  Delivery delivery;       // without its body once it is in the archive
  Attached attached = {};  // what goes into the archive with it
  std::optional<PackedExchange> packed = {};
  std::optional<RecordRef> record = {};   // nothing if there was nothing to archive, or it must not be
  std::optional<PageCopy> copy = {};      // what the record is a revisit of
  bool again = false;                     // its cards are seen again: nothing is to be read
  std::optional<std::string> ban = {};    // why no copy may be kept
  std::optional<Capture> capture = {};    // read back
  std::optional<PageReader> reader = {};  // of an answer that is a page
  std::optional<Result<Page>> page = {};  // as the reader reads it
  std::string unreadable = {};            // why it cannot be read back
  std::optional<Error> failure = {};      // why it is not in the archive
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
};

}  // namespace dekko
