// Compresses a record into one gzip member of its own (WARC 1.1 annex D), so that its offset is its address.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/member_packer.h"

namespace dekko {

// Reuses its tables from member to member.
class GzipMember final : public MemberPacker {
 public:
  GzipMember();

  void append_to(std::string& out, std::initializer_list<std::string_view> pieces) override;
  static constexpr std::string_view kEnding = ".warc.gz";
  std::string_view ending() const override { return kEnding; }

 private:
  std::vector<uint8_t> tables_;
  std::string whole_;  // of the record that is compressed
};

}  // namespace dekko
