// Compresses a record into one gzip member of its own (WARC 1.1 annex D), so that its offset is its address.
#pragma once

#include <libdeflate.h>

#include <memory>

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
  struct Freed {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };
  std::unique_ptr<libdeflate_compressor, Freed> compressor_;
  std::string whole_;  // of the record that is compressed: libdeflate takes no pieces
};

}  // namespace dekko
