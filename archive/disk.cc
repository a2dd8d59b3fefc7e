#include "archive/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace dekko {

namespace {

class SystemDisk final : public Disk {
 public:
  int create(const std::filesystem::path& file) override {
    return locked(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666));
  }
  int append(const std::filesystem::path& file) override {
    return locked(::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  }
  ssize_t write(int descriptor, const char* octets, size_t size) override {
    return ::write(descriptor, octets, size);
  }
  int truncate(int descriptor, uint64_t size) override { return ::ftruncate(descriptor, off_t(size)); }
  int sync(int descriptor) override { return ::fdatasync(descriptor); }
  int sync_folder(const std::filesystem::path& folder) override {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    const int outcome = ::fsync(descriptor);
    ::close(descriptor);
    return outcome;
  }
  int remove(const std::filesystem::path& file) override { return ::unlink(file.c_str()); }
  void close(int descriptor) override { ::close(descriptor); }

 private:
  // Without locks on this file system, the folder's has to do.
  static int locked(int descriptor) {
    if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
      return descriptor;
    ::close(descriptor);
    errno = EWOULDBLOCK;
    return -1;
  }
};

}  // namespace

Disk& system_disk() {
  static SystemDisk disk;
  return disk;
}

}  // namespace dekko
