// A WARC file of gzip members or zstd frames.
#pragma once

#include <memory>
#include <string_view>

#include "archive/decoder.h"
#include "archive/file_source.h"
#include "archive/member_stream.h"

namespace dekko {

class CompressedStream final : public MemberStream {
 public:
  // `magic` begins each member; it must outlive the stream. `probe` octets of a member's front are enough to
  // decode the first five octets of a record.
  CompressedStream(FileSource source, std::unique_ptr<Decoder> decoder, std::string_view magic, size_t probe);

  Result<bool> next_member() override;
  Result<MemberRead> read(std::span<char> room) override;
  uint64_t position() const override { return source_.position(); }
  void go_to(uint64_t offset) override;
  Result<bool> find_record(uint64_t offset) override;
  bool is_plain() const override { return false; }

 private:
  Result<bool> is_record_at(uint64_t offset);

  FileSource source_;
  std::unique_ptr<Decoder> decoder_;
  std::string_view magic_;
  size_t probe_;
  MemberRead::State state_ = MemberRead::State::kEnd;
};

}  // namespace dekko
