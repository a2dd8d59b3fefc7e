// The decoded octets of a member, with as many in sight as the next decision needs.
#pragma once

#include <string>
#include <string_view>

#include "archive/member_stream.h"

namespace dekko {

class Lookahead {
 public:
  // `stream` must outlive this.
  explicit Lookahead(MemberStream& stream) : stream_(stream) {}

  // Brings at least `count` octets into sight: kSome. Else why there are no more; those that are left stay in
  // sight.
  Result<MemberRead::State> fill(size_t count);
  // Valid until the next fill().
  std::string_view octets() const { return std::string_view(buffer_).substr(at_); }
  void drop(size_t count) { at_ += count; }
  void clear();
  // The stream's position, less what is only in sight. Exact in a plain file, and wherever nothing is in
  // sight.
  uint64_t position() const { return stream_.position() - octets().size(); }

 private:
  MemberStream& stream_;
  std::string buffer_;
  size_t at_ = 0;
};

}  // namespace dekko
