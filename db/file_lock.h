// The lock that makes dekko a single writer: flock(2) on a file beside the database, released by the system
// even when the process is killed. The lock file stays; removing it would race with the next writer.
#pragma once

#include <filesystem>
#include <utility>

#include "core/result.h"

namespace dekko {

class FileLock {
 public:
  // Takes the lock without waiting and writes our process id into it. kBusy names the holder's; kIo.
  static Result<FileLock> take(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace dekko
