// A regular file read from front to back through a small buffer, with places to go back to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

class FileSource {
 public:
  // kNotFound, or kIo for what cannot be read or is no regular file.
  static Result<FileSource> open(const std::filesystem::path& file);
  FileSource(FileSource&& other) noexcept;
  FileSource& operator=(FileSource&&) = delete;
  ~FileSource();

  // What is buffered from position() on: at least `count` octets unless the file ends before; empty at its
  // end. Valid until the next call of ahead(), go_to() or find().
  Result<std::string_view> ahead(size_t count);
  // `count` octets from `offset` on, fewer where the file ends before; position() stays where it is.
  Result<std::string> octets_at(uint64_t offset, size_t count) const;
  // Moves on by at most what ahead() showed.
  void drop(size_t count) { at_ += count; }
  uint64_t position() const { return begin_ + at_; }
  void go_to(uint64_t offset);
  // The first place of `needle` at or after `from`. position() is then anywhere.
  Result<std::optional<uint64_t>> find(std::string_view needle, uint64_t from);

 private:
  FileSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  Result<size_t> read(std::span<char> room, uint64_t offset) const;
  Result<size_t> refill();

  int descriptor_;
  std::string name_;
  std::string buffer_;
  uint64_t begin_ = 0;  // offset of buffer_ in the file
  size_t at_ = 0;       // of position() in buffer_
};

}  // namespace dekko
