// Finds record after record in a row of members. Judges each; passes nothing over on its own.
#pragma once

#include <cstdint>
#include <string>

#include "archive/lookahead.h"
#include "archive/member_stream.h"
#include "archive/warc_header.h"
#include "core/result.h"

namespace dekko {

struct Scanned {
  enum class Kind {
    kRecord,    // whole, its checksum held
    kTooLarge,  // whole, but its block was not kept
    kEnd,       // of the file
    kTorn,      // the file ends inside it
    kDamaged,   // what follows cannot be read from here
    kShort,     // its member ends before its Content-Length, and the next member begins another record
  };
  Kind kind = Kind::kEnd;
  uint64_t offset = 0;  // of its member; in a plain file its own
  // Of its members, or in a plain file its own with the empty lines after it. 0 where it shares a member with
  // others.
  uint64_t length = 0;
  uint64_t resume_from = 0;  // kDamaged: the first place where the next whole member may begin
  std::string fault = {};    // what is wrong with it, unless kRecord or kEnd
  WarcHeader header = {};
  std::string block = {};
};

class RecordScanner {
 public:
  // `stream` must outlive this.
  explicit RecordScanner(MemberStream& stream) : stream_(stream), ahead_(stream) {}

  // An error is the disk's; everything that is wrong with the file is in the answer.
  Result<Scanned> scan();
  // Begins anew at the stream's position, after the caller moved it.
  void restart();

 private:
  using State = MemberRead::State;

  Result<State> next_member();
  Result<State> want(size_t count);
  Result<State> begin(Scanned& record);
  Result<State> read_head(Scanned& record);
  Result<State> read_block(Scanned& record);
  Result<State> read_end(Scanned& record);
  Scanned judged(Scanned record, State state) const;

  MemberStream& stream_;
  Lookahead ahead_;
  uint64_t member_ = 0;  // offset of the member under way
  bool fresh_ = false;   // no record has been read from it yet
};

}  // namespace dekko
