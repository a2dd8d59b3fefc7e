// Preloaded by scripts/torture into dekko: keeps what is on the disk beside what dekko sees. In the folder
// DEKKO_DISK, a file `content-INODE` is what a file had when it was synced last, and `names-INODE` what a
// folder had then, one entry a line: inode, kind (f or d), name. A power cut leaves these and nothing else.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int again(int descriptor, int flags) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  return open(path, flags | O_CLOEXEC);
}

// In a file beside first, so that a kill leaves no half of it.
static void keep(int descriptor, const struct stat* status, const char* disk) {
  char file[4096], beside[4200];
  const int is_folder = S_ISDIR(status->st_mode);
  snprintf(file, sizeof file, "%s/%s-%lu", disk, is_folder ? "names" : "content",
           (unsigned long)status->st_ino);
  snprintf(beside, sizeof beside, "%s.%ld", file, syscall(SYS_gettid));
  const int out = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const int in = again(descriptor, is_folder ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  if (out < 0 || in < 0) abort();
  if (is_folder) {
    DIR* folder = fdopendir(in);
    for (struct dirent* entry; (entry = readdir(folder));)
      if (entry->d_name[0] != '.')
        dprintf(out, "%lu %c %s\n", (unsigned long)entry->d_ino, entry->d_type == DT_DIR ? 'd' : 'f',
                entry->d_name);
    closedir(folder);
  } else {
    for (off_t at = 0; at < status->st_size;)
      if (sendfile(out, in, &at, (size_t)(status->st_size - at)) <= 0) abort();
    close(in);
  }
  close(out);
  syscall(SYS_rename, beside, file);
}

static int synced(const char* name, int descriptor) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const int outcome = real(descriptor);
  const char* disk = getenv("DEKKO_DISK");
  struct stat status;
  if (outcome == 0 && disk && fstat(descriptor, &status) == 0) keep(descriptor, &status, disk);
  return outcome;
}
int fsync(int descriptor) {
  return synced("fsync", descriptor);
}
int fdatasync(int descriptor) {
  return synced("fdatasync", descriptor);
}
