// The database's side of the journal: the steps of the transaction under way, and how far the journal has
// been taken in. Throws SQLite::Exception.
#pragma once

#include <optional>
#include <vector>

#include "db/captures.h"
#include "db/query.h"
#include "db/store.h"

namespace dekko {

class Journaled {
 public:
  explicit Journaled(const SQLite::Database& db);

  void write_ahead(WriteAhead journal) { journal_ = std::move(journal); }
  // A transaction begins; what the last one gathered is forgotten. An Error for a database whose last steps
  // stand in the journal alone, for a commit failed to store them: from then on it would go on without them.
  // It is the error of that commit.
  Result<void> begin();
  // A step of `run`, which has to be in the database.
  template <class What>
  void gather(int64_t run, What what) {
    if (journal_) steps_.push_back({key(run), std::move(what)});
  }
  // A profile was pinned to the listing of this address.
  void gather(const std::string& listing, const PinnedProfile& profile);
  // One after the other of a run, read by the same, are one step.
  void gather_reread(int64_t run, const ReadBy& by, const RecordRef& record);
  // A step for the items that one capture after the other showed to be gone.
  void gather_missing(int64_t run, const std::vector<MissingItem>& items, Captures& captures);
  // Puts the steps into the journal and their place into the transaction.
  Result<void> write();
  // What became of the transaction that the steps stand for.
  void committed() { ahead_ = false; }
  void failed(const Error& why) {
    if (ahead_ && !failure_) failure_ = why;
  }

  JournalMark mark();
  void set_mark(const JournalMark& mark);
  std::optional<int64_t> find(const RunKey& run);
  RunKey key(int64_t run);
  std::optional<Moment> started(std::optional<int64_t> run);

 private:
  WriteAhead journal_;
  std::vector<JournalStep> steps_;
  bool ahead_ = false;  // of the database
  std::optional<Error> failure_;
  Query mark_, set_mark_, advance_, key_, find_;
};

}  // namespace dekko
