// The writing side of the SQLite file. Single writer: a lock file beside the database is held while a Store
// lives. Schema, views and their meaning: db/schema.h; history rules: db/history.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/capture.h"
#include "core/page.h"
#include "core/page_copy.h"
#include "core/pinned_profile.h"
#include "core/result.h"
#include "core/robots_copy.h"
#include "core/run.h"
#include "db/listing_memory.h"
#include "db/step.h"

namespace dekko {

using RunId = int64_t;

struct RunStart {
  std::string listing;  // Page::listing
  std::string kind;     // "crawl" or "replay"
  std::string profile = {};
  Moment started = {};
  std::optional<RunId> continues = {};         // the run that this one goes on with
  std::optional<std::string> permission = {};  // who allowed this walk, and when
  // For the journal alone, so that the run can be read again if it is killed at once.
  ReadBy read_by = {};
  ProfileSource source = ProfileSource::kDeclared;
  // Where its walk stands before its first request; none for what is no walk.
  std::optional<WalkPosition> position = {};
};

struct RunEnd {
  Moment ended;
  StopReason reason;
  Coverage coverage;
  std::vector<Gap> gaps = {};
};

// What apply() found out about a page's cards.
struct Applied {
  int64_t capture_id = 0;
  int new_items = 0;      // never seen before, in any listing
  int known_items = 0;    // seen before this page, in this listing
  int first_in_run = 0;   // not seen before in this run
  int changed_items = 0;  // differ from what this listing showed before
  bool repeated = false;  // this very capture was applied before: nothing was written
};

// walk: the run that began the walk, where `run` went on with one. over: it came to its end, but for the
// pages that are missing.
struct ResumePoint {
  RunId run = 0;
  RunId walk = 0;
  bool over = false;
  Moment started;
  WalkPosition position;
};

// A page of a listing as an earlier run read it. walk: the run that began the walk, where others went on with
// it.
struct PastLook {
  RunId walk = 0;
  Look look = {};
};

// An item whose place a capture showed without it.
struct MissingItem {
  std::string url;
  int64_t capture = 0;
};

class Store {
 public:
  // Opens or makes the file: application_id, user_version, WAL, foreign keys, forward migrations. Errors:
  // kBusy when another dekko holds the lock, kUnsupported for a newer schema or a database that is not
  // dekko's, kCorrupt, kIo.
  static Result<Store> open(const std::filesystem::path& file);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Brings the log into the file, which then is whole without it. What SQLite does of this when a database is
  // closed may fail without a word. kIo; kBusy while somebody reads.
  Result<void> fold_log();

  Result<RunId> begin_run(const RunStart& start);
  // One transaction: capture, items, versions, sightings, problems, listing, and where the walk stands. A
  // page whose verdict is not kListing leaves no trace in items. When it returns, the page is durable.
  Result<Applied> apply(RunId run, const Capture& capture, const Page& page, const WalkPosition& position);
  // The page that `copy` is of, unchanged: all its cards are seen again, in one transaction, without being
  // read. `capture` is the answer that said so, `page` its number.
  Result<Applied> apply_again(RunId run, const Capture& capture, const PageCopy& copy, int page,
                              const WalkPosition& position);
  // What is known of a page that was stored before; nothing if none was, at this address of this listing.
  Result<std::optional<PageCopy>> copy_of(const std::string& listing, const Url& url) const;
  // What `run` learnt of an origin's robots.txt.
  Result<void> keep_robots(RunId run, const std::string& origin, const RobotsCopy& copy);
  // An answer that is no page (an HTTP error, a redirect): only its capture, without verdict.
  Result<int64_t> note_capture(RunId run, const Capture& capture, int page, const WalkPosition& position);
  Result<void> note_request(RunId run, const LedgerLine& line);
  Result<void> note_problem(RunId run, const Problem& problem);
  Result<void> finish_run(RunId run, const RunEnd& end);

  // Pins a profile to the listing of this address; it takes the place of an earlier one.
  Result<void> pin_profile(const std::string& listing, const PinnedProfile& profile);
  // What a capture that was stored before shows, read anew: items, versions, sightings, changes and problems
  // are what they would be had it been read so at once; items keep their numbers. kNotFound if it was never
  // stored. by: for the journal.
  Result<void> reread(const Capture& capture, const Page& page, const ReadBy& by = {});
  // Sees what this Store has written so far; valid as long as the Store.
  const ListingMemory& memory() const;

  // All that `work` stores, in one transaction: an error that it returns leaves no trace of it. Within
  // another such work it is a part of that one's transaction, and an error has to be handed on.
  Result<void> together(const std::function<Result<void>()>& work);

  // From here on the steps of each transaction go into this journal before they are committed. Once a commit
  // has failed after that, the store takes nothing more: kIo; the next one to open it takes them in from
  // there.
  void write_ahead(WriteAhead journal);
  Result<JournalMark> journal_mark() const;
  Result<void> set_journal_mark(const JournalMark& mark);
  Result<std::optional<RunId>> find_run(const RunKey& run) const;
  // The capture at this place (file and offset) of the archive.
  Result<std::optional<int64_t>> capture_at(const RecordRef& record) const;

  // The last walk of this listing, if it ended before it was over (signal, budget, failure, kill), or without
  // some of its pages. Pages that were asked for by their numbers are no walk.
  Result<std::optional<ResumePoint>> resume_point(const std::string& listing) const;
  // The latest page of the listing, its number and address, from this number on; nothing if there is none.
  Result<std::optional<std::pair<int, Url>>> latest_page(const std::string& listing, int from) const;
  // All pages of the listing that crawls read, in the order in which they did.
  Result<std::vector<PastLook>> looks(const std::string& listing) const;
  // Sets missing_since; a later sighting ends it. An item that another listing shows too is left alone. How
  // many were not missing before.
  Result<int> mark_missing(RunId run, const std::vector<MissingItem>& items);
  // Whether any run of this listing ever stored a page.
  Result<bool> has_seen(const std::string& listing) const;

 private:
  class Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
