// The file operations behind a segment, each as POSIX has it: -1 and errno on failure.
// Fake: tests/archive/faulty_disk.h.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>

namespace dekko {

class Disk {
 public:
  virtual ~Disk() = default;
  // A new file for appending; fails with EEXIST when there is one of that name. Returns its descriptor.
  virtual int create(const std::filesystem::path& file) = 0;
  // A file that is there, for appending; fails with EWOULDBLOCK while another descriptor of create() or
  // append() is open on it, be it another process's.
  virtual int append(const std::filesystem::path& file) = 0;
  virtual ssize_t write(int descriptor, const char* octets, size_t size) = 0;
  virtual int truncate(int descriptor, uint64_t size) = 0;
  // Makes the octets durable, and what is needed to read them back (fdatasync).
  virtual int sync(int descriptor) = 0;
  // Makes the names in a folder durable.
  virtual int sync_folder(const std::filesystem::path& folder) = 0;
  virtual int remove(const std::filesystem::path& file) = 0;
  virtual void close(int descriptor) = 0;
};

// The machine's own. Lives as long as the program.
Disk& system_disk();

}  // namespace dekko
