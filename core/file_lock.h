// The locks that make dekko a single writer: flock(2), released by the system even when the process is killed.
// Readers need none.
#pragma once

#include <filesystem>
#include <utility>

#include "core/result.h"

namespace dekko {

class FileLock {
 public:
  // A lock file, made if needed: takes the lock without waiting and writes our process id into it. kBusy names
  // the holder's; kIo. The file stays: removing it would race with the next writer.
  static Result<FileLock> take(const std::filesystem::path& file);
  // A folder itself, which has to be there. Leaves nothing in it.
  static Result<FileLock> take_folder(const std::filesystem::path& folder);

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
