// Compresses a record into one gzip member of its own (WARC 1.1 annex D), so that its offset is its address.
#pragma once

#include <zlib.h>

#include "archive/member_packer.h"

namespace dekko {

// Reuses its tables from member to member. Not copyable: zlib's state points into itself.
class GzipMember final : public MemberPacker {
 public:
  GzipMember();
  ~GzipMember() override;
  GzipMember(const GzipMember&) = delete;
  GzipMember& operator=(const GzipMember&) = delete;

  void append_to(std::string& out, std::initializer_list<std::string_view> pieces) override;
  static constexpr std::string_view kEnding = ".warc.gz";
  std::string_view ending() const override { return kEnding; }

 private:
  void deflate_piece(std::string& out, std::string_view piece, int flush);
  z_stream stream_{};
};

}  // namespace dekko
