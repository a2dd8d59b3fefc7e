#include "tests/soak/frail_disk.h"

#include <dlfcn.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstddef>

namespace {

long calls_left = LONG_MAX;
bool dies_midway = false;
long room = LONG_MAX;
bool refused = false;

bool is_armed() {
  return calls_left != LONG_MAX || room != LONG_MAX;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool is_meant(int descriptor) {
  struct stat status;
  return is_armed() && descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 &&
         S_ISREG(status.st_mode);
}

// Whether this is the call at which the process dies.
bool is_last() {
  return calls_left != LONG_MAX && calls_left-- == 0;
}

[[noreturn]] void die() {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// How much of it fits.
size_t fitting(size_t size) {
  if (room == LONG_MAX) return size;
  const size_t fits = std::min(size, static_cast<size_t>(room));
  room -= static_cast<long>(fits);
  refused = refused || fits < size;
  return fits;
}

template <class Write>
ssize_t write_some(int descriptor, size_t size, Write write) {
  if (!is_meant(descriptor)) return write(size);
  if (is_last()) {
    if (dies_midway) write(size / 2);
    die();
  }
  const size_t fits = fitting(size);
  if (fits > 0 || size == 0) return write(fits);
  errno = ENOSPC;
  return -1;
}

int sync_with(const char* name, int descriptor) {
  if (is_meant(descriptor) && is_last()) die();
  return next<int(int)>(name)(descriptor);
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* octets, size_t size) {
  return write_some(descriptor, size, [&](size_t part) {
    return next<ssize_t(int, const void*, size_t)>("write")(descriptor, octets, part);
  });
}

ssize_t pwrite(int descriptor, const void* octets, size_t size, off_t at) {
  return write_some(descriptor, size, [&](size_t part) {
    return next<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, octets, part, at);
  });
}

ssize_t pwrite64(int descriptor, const void* octets, size_t size, off64_t at) {
  return write_some(descriptor, size, [&](size_t part) {
    return next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, octets, part, at);
  });
}

int fsync(int descriptor) {
  return sync_with("fsync", descriptor);
}

int fdatasync(int descriptor) {
  return sync_with("fdatasync", descriptor);
}
}

namespace dekko::frail_disk {

void kill_after(long calls) {
  calls_left = calls;
  dies_midway = calls % 2 == 1;
}
void fill_after(long octets) {
  room = octets;
  refused = false;
}
void heal() {
  calls_left = LONG_MAX;
  room = LONG_MAX;
}
bool was_full() {
  return refused;
}

}  // namespace dekko::frail_disk
