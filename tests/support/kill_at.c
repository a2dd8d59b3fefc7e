// Preloaded by tests into dekko: kills the process at the DEKKO_KILL_AT-th call that writes to a file, before
// the call, or half-way through it (odd moments of a write leave half of its octets). DEKKO_KILL_COUNT names
// a file that gets the number of such calls when the process ends on its own. DEKKO_KILL_WITH is the number
// of another signal, which comes before the call; the call is then made whole.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static void* next(const char* name) {
  return dlsym(RTLD_NEXT, name);
}

static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// Whether this is the moment.
static int is_due(void) {
  static long wanted = -1;
  if (wanted < 0) {
    const char* text = getenv("DEKKO_KILL_AT");
    wanted = text ? atol(text) : 0;
  }
  return __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) == wanted;
}

static int signal_to_send(void) {
  const char* text = getenv("DEKKO_KILL_WITH");
  return text ? atoi(text) : SIGKILL;
}

static int leaves_half(void) {
  return calls % 2 && signal_to_send() == SIGKILL;
}

static void end(void) {
  kill(getpid(), signal_to_send());
}

ssize_t write(int descriptor, const void* octets, size_t size) {
  ssize_t (*real)(int, const void*, size_t) = (ssize_t(*)(int, const void*, size_t))next("write");
  if (is_file(descriptor) && is_due()) {
    if (leaves_half()) real(descriptor, octets, size / 2);
    end();
  }
  return real(descriptor, octets, size);
}

static ssize_t write_at(const char* name, int descriptor, const void* octets, size_t size, off_t offset) {
  ssize_t (*real)(int, const void*, size_t, off_t) = (ssize_t(*)(int, const void*, size_t, off_t))next(name);
  if (is_file(descriptor) && is_due()) {
    if (leaves_half()) real(descriptor, octets, size / 2, offset);
    end();
  }
  return real(descriptor, octets, size, offset);
}
ssize_t pwrite(int d, const void* o, size_t s, off_t at) {
  return write_at("pwrite", d, o, s, at);
}
ssize_t pwrite64(int d, const void* o, size_t s, off_t at) {
  return write_at("pwrite64", d, o, s, at);
}

#define BEFORE(name, parameters, arguments)                 \
  int name parameters {                                     \
    int(*real) parameters = (int(*) parameters)next(#name); \
    if (is_due()) end();                                    \
    return real arguments;                                  \
  }
BEFORE(fsync, (int descriptor), (descriptor))
BEFORE(fdatasync, (int descriptor), (descriptor))
BEFORE(ftruncate, (int descriptor, off_t size), (descriptor, size))
BEFORE(ftruncate64, (int descriptor, off_t size), (descriptor, size))
BEFORE(rename, (const char* from, const char* to), (from, to))
BEFORE(unlink, (const char* file), (file))

__attribute__((destructor)) static void tell(void) {
  const char* file = getenv("DEKKO_KILL_COUNT");
  if (!file) return;
  FILE* out = fopen(file, "w");
  if (!out) return;
  fprintf(out, "%ld\n", calls);
  fclose(out);
}
