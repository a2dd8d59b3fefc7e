// Compresses a record into one zstd frame of its own, with content size and checksum, over a dictionary that
// stands in front of the segment (IIPC, Zstandard Compression for WARC Files 1.0).
#pragma once

#include <memory>
#include <mutex>

#include "archive/member_packer.h"

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;

namespace dekko {

class ZstdMember final : public MemberPacker {
 public:
  // dictionary: of zstd's own format (RFC 8878 section 5); empty for none.
  explicit ZstdMember(std::string_view dictionary);
  ~ZstdMember() override;

  void append_to(std::string& out, std::initializer_list<std::string_view> pieces) override;
  // The dictionary frame, its content compressed.
  std::string_view front() const override { return front_; }
  std::string_view ending() const override { return ".warc.zst"; }

 private:
  std::unique_ptr<ZSTD_CCtx_s, size_t (*)(ZSTD_CCtx_s*)> context_;
  std::unique_ptr<ZSTD_CDict_s, size_t (*)(ZSTD_CDict_s*)> dictionary_;
  std::string front_;
  std::mutex mutex_;  // over the context
};

}  // namespace dekko
