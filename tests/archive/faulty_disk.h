// The machine's disk with faults by name: full, slow to take octets, interrupted, failing to sync or to cut
// back.
#pragma once

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "archive/disk.h"

namespace dekko {

class FaultyDisk final : public Disk {
 public:
  size_t room = SIZE_MAX;  // octets until the disk is full
  size_t longest_write = SIZE_MAX;
  bool interrupts = false;  // every other write is interrupted before its first octet
  bool sync_fails = false;
  bool folder_sync_fails = false;
  bool truncate_fails = false;
  std::vector<std::string> calls;  // "create", "write", "sync", ... in order, runs of one kind once
  std::vector<std::filesystem::path> synced_folders;

  int create(const std::filesystem::path& file) override {
    note("create");
    return system_disk().create(file);
  }
  int append(const std::filesystem::path& file) override {
    note("append");
    return system_disk().append(file);
  }
  ssize_t write(int descriptor, const char* octets, size_t size) override {
    note("write");
    if (interrupts && (interrupted_ = !interrupted_)) return failed(EINTR);
    const size_t fits = std::min({size, longest_write, room});
    if (fits == 0) return failed(ENOSPC);
    room -= room == SIZE_MAX ? 0 : fits;
    return system_disk().write(descriptor, octets, fits);
  }
  int truncate(int descriptor, uint64_t size) override {
    note("truncate");
    return truncate_fails ? failed(EIO) : system_disk().truncate(descriptor, size);
  }
  int sync(int descriptor) override {
    note("sync");
    return sync_fails ? failed(EIO) : system_disk().sync(descriptor);
  }
  int sync_folder(const std::filesystem::path& folder) override {
    note("sync folder");
    synced_folders.push_back(folder);
    return folder_sync_fails ? failed(EIO) : system_disk().sync_folder(folder);
  }
  int remove(const std::filesystem::path& file) override {
    note("remove");
    return system_disk().remove(file);
  }
  void close(int descriptor) override { system_disk().close(descriptor); }

 private:
  static int failed(int error) {
    errno = error;
    return -1;
  }
  void note(const char* call) {
    if (calls.empty() || calls.back() != call) calls.push_back(call);
  }

  bool interrupted_ = false;
};

}  // namespace dekko
