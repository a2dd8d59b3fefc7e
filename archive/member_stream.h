// A WARC file as a row of members: gzip members, zstd frames, or for a plain file one member that is all of
// it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "core/result.h"

namespace dekko {

struct MemberRead {
  enum class State {
    kSome,     // octets of the member under way
    kEnd,      // that member is over and its checksum held; also before the first member
    kTorn,     // the file ends inside the member
    kDamaged,  // the member cannot be decoded any further
  };
  State state = State::kEnd;
  size_t octets = 0;  // 0 unless kSome
};

class MemberStream {
 public:
  virtual ~MemberStream() = default;
  // Goes on to the member at position(). False at the end of the file.
  virtual Result<bool> next_member() = 0;
  // The next octets of the member, decoded. Stays where it is once it is not kSome.
  virtual Result<MemberRead> read(std::span<char> room) = 0;
  // The offset in the file up to which has been read; once a member is over, the offset just after it.
  virtual uint64_t position() const = 0;
  // The next member will be the one at `offset`.
  virtual void go_to(uint64_t offset) = 0;
  // Goes to the first place at or after `offset` that looks like a member with a record in front. False if
  // none does.
  virtual Result<bool> find_record(uint64_t offset) = 0;
  // Octets are records as they are: offsets in the member are offsets in the file.
  virtual bool is_plain() const = 0;
};

// Told apart by the first octets. Fails for a file that is none of the three.
Result<std::unique_ptr<MemberStream>> open_members(const std::filesystem::path& file);

}  // namespace dekko
