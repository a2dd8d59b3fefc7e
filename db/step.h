// A step of a run, as the database takes it: what stands in the archive's journal (docs/archive.md), so that
// the database can be made anew from the archive alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/capture.h"
#include "core/page.h"
#include "core/pinned_profile.h"
#include "core/result.h"
#include "core/robots_copy.h"
#include "core/run.h"

namespace dekko {

// Which run: numbers are the database's, and a database can be lost.
struct RunKey {
  std::string listing;
  std::string kind;
  Moment started;
  auto operator<=>(const RunKey&) const = default;
};

// What pages are read with. fingerprint: of the profile, in place of that of its text.
struct ReadBy {
  std::string text;  // TOML
  std::string fingerprint = {};
  bool operator==(const ReadBy&) const = default;
};

// position: where the walk stands before its first request. continues: when the run started that this one
// goes on with.
struct RunBegins {
  std::string profile;  // its name
  ReadBy read_by;
  ProfileSource source = ProfileSource::kDeclared;
  WalkPosition position;
  std::optional<Moment> continues = {};
  std::optional<std::string> permission = {};
};

struct RequestMade {
  LedgerLine line;
};

// An answer that is no page. page: that had been asked for.
struct AnswerNoted {
  RecordRef record;
  int page = 1;
  WalkPosition position;
};

// An answer that was read as a page. position: where the walk stands after it.
struct PageRead {
  RecordRef record;
  int page = 1;
  WalkPosition position;
  std::string fingerprint = {};
  std::string verdict = {};
};

// A page that was the same as when it was stored last: an answer that holds no cards, and that nobody has to
// read again. position: where the walk stands after it.
struct PageSeenAgain {
  RecordRef record;
  Url url;
  Moment fetched_at;
  int status = 0;
  std::string etag = {}, last_modified = {};
  int page = 1;
  WalkPosition position = {};

  static PageSeenAgain of(const Capture& capture, int page, const WalkPosition& position) {
    return {capture.record, capture.url,  capture.fetched_at,
            capture.status, capture.etag, capture.last_modified,
            page,           position};
  }
};

// What was learnt of an origin's robots.txt.
struct RobotsKept {
  std::string origin;
  RobotsCopy copy;
};

struct ProblemNoted {
  Problem problem;
};

// Items whose place an answer of the run showed without them.
struct ItemsMissing {
  RecordRef record;  // file and offset of that answer
  std::vector<std::string> urls;
};

// Of no run: RunKey::kind is empty. From here on pages of the listing are read by it, those of a run under
// way too.
struct ProfilePinned {
  PinnedProfile profile;
};

// Answers of the run that were stored before are read anew.
struct PagesReread {
  ReadBy read_by;
  std::vector<RecordRef> records;  // with file, offset, length, and the digest
};

struct RunEnds {
  Moment ended;
  StopReason reason = StopReason::kReachedLast;
  Coverage coverage = Coverage::kOpen;
  std::vector<Gap> gaps = {};
};

struct JournalStep {
  RunKey run;
  std::variant<RunBegins, RequestMade, AnswerNoted, PageRead, PageSeenAgain, RobotsKept, ProblemNoted,
               ItemsMissing, ProfilePinned, PagesReread, RunEnds>
      what;
};

// How far a journal has been taken in: the record at `next` of `segment` is the first that has not. Segments
// sort by name.
struct JournalMark {
  std::string database = {};  // names this database in journals, for an archive can serve several
  std::string segment = {};   // empty before the first record
  uint64_t next = 0;
};

// Puts the steps of one transaction on disk and returns their record. Called before the commit; an error
// undoes the transaction.
using WriteAhead = std::function<Result<RecordRef>(const std::vector<JournalStep>& steps)>;

}  // namespace dekko
