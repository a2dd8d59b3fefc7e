// The storing side of one listing: an answer goes to the archive, comes back decoded, is read, and its cards
// go to the database. Works on the thread that stores, but for read().
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/listing_reading.h"
#include "app/stored.h"
#include "archive/archive.h"
#include "db/store.h"
#include "extractors/extract.h"

namespace dekko {

class Keeper {
 public:
  // Borrowed; they must outlive the keeper. listing: the listing's own address.
  struct Parts {
    Store& store;
    const std::filesystem::path& archive_folder;
    const Profile& profile;
    std::string listing;
    ProfileSource source = ProfileSource::kDeclared;  // of the profile
  };
  // What a page is stored with: its number, and where the walk stands before it and, given what it shows,
  // after it.
  struct Place {
    int page = 1;
    WalkPosition before;
    std::function<WalkPosition(const Shown&)> after;
  };

  Keeper(Parts parts, ArchiveWriter archive)
      : parts_(std::move(parts)),
        archive_(std::move(archive)),
        reading_(parts_.store, parts_.profile, parts_.source, parts_.listing) {}

  Result<RunId> begin(const RunStart& start);
  // From a fetched answer to the database in steps, so that several answers can share what is dear. First
  // into the ledger, in the transaction that is open: the request was made, whatever becomes of its answer,
  // and an answer in the archive that a kill keeps from the database is known by its request (app/take_in.h).
  Result<void> note(const LedgerLine& line) { return parts_.store.note_request(run_, line); }
  // Then what is known of its address; what goes into the archive, which may be made on several threads while
  // nothing else is done with the keeper; and into it, on disk once sync() says so:
  Filed take(Delivery delivery);
  void pack(Filed& filed) const;
  void file(Filed& filed);
  Result<void> sync() { return archive_.sync(); }
  // Reads it back from there, and what it shows. May run on any thread, beside the other steps of other
  // answers.
  void read(Filed& filed) const;
  // Into the database, in the transaction that is open. An Error is one that should undo it.
  Result<Stored> store(Filed filed, const Place& place);
  // The same for an answer that turned out to be none that the walk wants: its cards are left alone.
  Result<void> store_unasked(const Filed& filed, const Place& place);
  // What was learnt of an origin's robots.txt: stored with what is stored next, at the latest with the run's
  // end.
  void remember(std::string origin, RobotsCopy copy) { learnt_ = {std::move(origin), std::move(copy)}; }
  // Ends the run and marks what it proved to be gone. How many items were not missing before.
  Result<int> finish(const RunEnd& end, const std::vector<MissingItem>& missing);

 private:
  Result<void> recall(const Exchange& exchange, Filed& filed);
  Result<void> pack_answer(const Exchange& exchange, Filed& filed) const;
  // Whether the site wants it kept at all, or it is one that the archive has.
  void compare(const Exchange& exchange, Filed& filed) const;
  // The copy that a revisit record can refer to: its body is in this archive.
  Result<std::optional<PageCopy>> archived_copy(const Url& url) const;
  Result<void> store_answer(Filed& filed, const Place& place, Stored& stored);
  // In place of the page, whose site forbids to keep it.
  Result<PageSeen> keep_cards(Filed& filed, const Place& place);
  Result<PageSeen> see_again(const Filed& filed, const Exchange& exchange, const Place& place);
  Result<PageSeen> apply(const Capture& capture, const Page& page, const Place& place);
  Page page_of(Filed& filed, const Place& place) const;
  Result<void> keep_learnt();
  Result<int> mark(const std::vector<MissingItem>& missing);

  Parts parts_;
  ArchiveWriter archive_;
  ListingReading reading_;
  RunId run_ = 0;
  std::optional<std::pair<std::string, RobotsCopy>> learnt_;
};

}  // namespace dekko
