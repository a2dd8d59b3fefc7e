// How records become members of a segment: one each, so that a member's offset is its record's address.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace dekko {

class MemberPacker {
 public:
  virtual ~MemberPacker() = default;
  // Appends one member that holds the pieces laid end to end. May be called on several threads.
  virtual void append_to(std::string& out, std::initializer_list<std::string_view> pieces) = 0;
  // What a segment begins with, before its first member.
  virtual std::string_view front() const { return {}; }
  // Of the segment's name: ".warc.gz".
  virtual std::string_view ending() const = 0;
};

}  // namespace dekko
