// The storing side of one listing: an answer goes to the archive, comes back decoded, is read, and its cards
// go to the database. Works on whatever thread stores; nothing of it is touched by another thread meanwhile.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

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
  };
  // What a page is stored with: its number, and where the walk stands before it and, given what it shows,
  // after it.
  struct Place {
    int page = 1;
    WalkPosition before;
    std::function<WalkPosition(const Shown&)> after;
  };

  Keeper(Parts parts, ArchiveWriter archive) : parts_(std::move(parts)), archive_(std::move(archive)) {}

  Result<RunId> begin(const RunStart& start);
  // The answer is on disk, in the ledger and, if it is a page, in the database when this returns; or it says
  // why not.
  Stored keep(Delivery delivery, const Place& place);
  // What was learnt of an origin's robots.txt: stored with what is stored next, at the latest with the run's
  // end.
  void remember(std::string origin, RobotsCopy copy) { learnt_ = {std::move(origin), std::move(copy)}; }
  // Ends the run and marks what it proved to be gone. How many items were not missing before.
  Result<int> finish(const RunEnd& end, const std::vector<MissingItem>& missing);

 private:
  Result<void> keep_answer(const Exchange& exchange, const Place& place, Purpose purpose, Stored& stored);
  Result<void> keep_page(const Exchange& exchange, const Place& place, Stored& stored);
  // In place of the page, whose site forbids to keep it.
  Result<void> keep_cards(Capture capture, const std::string& why, const Place& place, Stored& stored);
  Result<void> keep_unchanged(const Exchange& exchange, const PageCopy& copy, const Place& place,
                              Stored& stored);
  // The copy that a revisit record can refer to: its body is in this archive.
  Result<std::optional<PageCopy>> archived_copy(const Url& url) const;
  Result<void> see_again(const Exchange& exchange, const RecordRef& record, const PageCopy& copy,
                         const Place& place, Stored& stored);
  bool is_read_alike(const PageCopy& copy) const;
  Result<PageSeen> apply(const Capture& capture, const Page& page, const Place& place);
  Page read(const Capture& capture, const Place& place) const;

  Result<void> keep_learnt();
  Result<int> mark(const std::vector<MissingItem>& missing);

  Parts parts_;
  ArchiveWriter archive_;
  RunId run_ = 0;
  std::optional<std::pair<std::string, RobotsCopy>> learnt_;
};

}  // namespace dekko
