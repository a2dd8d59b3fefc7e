// An uncompressed WARC file.
#pragma once

#include "archive/file_source.h"
#include "archive/member_stream.h"

namespace dekko {

class PlainStream final : public MemberStream {
 public:
  explicit PlainStream(FileSource source) : source_(std::move(source)) {}

  Result<bool> next_member() override;
  Result<MemberRead> read(std::span<char> room) override;
  uint64_t position() const override { return source_.position(); }
  void go_to(uint64_t offset) override;
  Result<bool> find_record(uint64_t offset) override;
  bool is_plain() const override { return true; }

 private:
  FileSource source_;
  bool started_ = false;
};

}  // namespace dekko
