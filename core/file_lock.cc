#include "core/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dekko {

namespace {

Error system_error(const std::filesystem::path& file) {
  return Error{ErrorCode::kIo, file.string(), std::generic_category().message(errno),
               "check that its folder exists and may be written"};
}

// The text of the lock file, if it is a process id.
std::string holder(int descriptor) {
  char text[20];
  const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
  if (size <= 0) return {};
  const std::string pid(text, size_t(size));
  return pid.substr(0, pid.find_first_not_of("0123456789"));
}

Error busy(const std::filesystem::path& file, const std::string& pid) {
  return Error{ErrorCode::kBusy, file.string(),
               "another dekko is writing this database" + (pid.empty() ? "" : ", process " + pid),
               "wait until it has ended, or name another file with --db"};
}

}  // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock.descriptor_ < 0) return system_error(file);
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return busy(file, holder(lock.descriptor_));
    return system_error(file);
  }
  // For people and for the message above only: the lock holds without it, even on a full disk.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock.descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = ::pwrite(lock.descriptor_, pid.data(), pid.size(), 0);
  }
  return lock;
}

Result<FileLock> FileLock::take_folder(const std::filesystem::path& folder) {
  FileLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock.descriptor_ < 0) return system_error(folder);
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return system_error(folder);
  return Error{ErrorCode::kBusy, folder.string(), "another dekko is writing this archive",
               "wait until it has ended, or name another folder with --archive"};
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace dekko
