// Preloaded by scripts/torture into dekko: counts, from main() on, the calls of one kind and lets one of them
// fail.
//
// DEKKO_FAIL_KIND: a name of `kinds` below. `place` is an allocation again, but counts the places in the
// program that allocate, not how often they do: each fails the first time. DEKKO_FAIL_AT: which call, from 1.
// DEKKO_FAIL_ON: all from there on. DEKKO_FAIL_COUNT: a file that gets the number of calls when the process
// ends by itself. DEKKO_FAIL_MARK: a file that is made when the call fails. DEKKO_CLOCK_JUMP: seconds that
// the wall clock is set forward (or back, when negative) at the call of kind `clock`.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// What the system says when such a call fails, the likeliest of its reasons.
static const struct Kind {
  const char* name;
  int reason;
} kinds[] = {{"alloc", ENOMEM},    {"place", ENOMEM},  {"open", EMFILE},       {"read", EIO},
             {"write", ENOSPC},    {"sync", EIO},      {"truncate", EIO},      {"rename", EACCES},
             {"unlink", EACCES},   {"mkdir", ENOSPC},  {"stat", EIO},          {"mmap", ENOMEM},
             {"lock", ENOLCK},     {"socket", EMFILE}, {"connect", ETIMEDOUT}, {"send", ECONNRESET},
             {"recv", ECONNRESET}, {"poll", ENOMEM},   {"resolve", EAI_AGAIN}, {"thread", EAGAIN},
             {"pipe", EMFILE},     {"clock", 0}};

static int armed;  // within main()
static const struct Kind* kind;
static long wanted, calls;
static int all_after;
static long long jump;
static const char *count_file, *mark_file;
static __thread int fail_next_allocation __attribute__((tls_model("initial-exec")));
static __thread int within __attribute__((tls_model("initial-exec")));

static void* next(const char* name) {
  return dlsym(RTLD_NEXT, name);
}

// By bare system calls, for open() and write() may be what is counted.
static void leave(const char* file, const char* text) {
  const long descriptor = file ? syscall(SYS_open, file, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (descriptor < 0) return;
  syscall(SYS_write, descriptor, text, strlen(text));
  void* frames[40];
  if (getenv("DEKKO_FAIL_TRACE") && mark_file == file) {
    within = 1;
    backtrace_symbols_fd(frames, backtrace(frames, 40), (int)descriptor);
    within = 0;
  }
  syscall(SYS_close, descriptor);
}

static int is_due(const char* name) {
  if (!armed || !kind || strcmp(kind->name, name) != 0) return 0;
  const long call = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  if (wanted == 0 || (call != wanted && !(all_after && call > wanted))) return 0;
  if (call == wanted) leave(mark_file, "failed\n");
  errno = kind->reason;
  return 1;
}

static int is_file(int descriptor) {
  struct stat status;
  return syscall(SYS_fstat, descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

// Allocation. What glibc exports under these names needs no dlsym(), which allocates itself.
extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

// A set of return addresses that never shrinks; full, it takes every place for a known one.
enum { kPlaces = 1 << 16 };
static void* places[kPlaces];
static int is_new(void* place) {
  size_t at = ((size_t)place * 0x9E3779B97F4A7C15u) >> 48;
  for (size_t tries = 0; tries < 64; ++tries, at = (at + 1) % kPlaces) {
    void* there = NULL;
    if (__atomic_compare_exchange_n(&places[at], &there, place, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
      return 1;
    if (there == place) return 0;
  }
  return 0;
}

static int is_allocation_due(void* place) {
  if (!armed || within || !kind) return 0;
  if (fail_next_allocation) {
    fail_next_allocation = 0;
    errno = ENOMEM;
    return 1;
  }
  return is_due("alloc") ||
         (kind->name[0] == 'p' && kind->name[1] == 'l' && is_new(place) && is_due("place"));
}

#define HERE __builtin_return_address(0)
void* malloc(size_t size) {
  return is_allocation_due(HERE) ? NULL : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  return is_allocation_due(HERE) ? NULL : __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  return is_allocation_due(HERE) ? NULL : __libc_realloc(old, size);
}
int posix_memalign(void** block, size_t alignment, size_t size) {
  if (is_allocation_due(HERE)) return ENOMEM;
  return (*block = __libc_memalign(alignment, size)) ? 0 : ENOMEM;
}

// operator new: its place is its caller's, and what fails is the malloc() within.
void* _Znwm(size_t size) {
  static void* (*real)(size_t);
  if (!real) real = (void* (*)(size_t))next("_Znwm");
  if (armed && !within && kind && strcmp(kind->name, "place") == 0 && is_new(HERE) && is_due("place"))
    fail_next_allocation = 1;
  return real(size);
}

// Calls that are let through or fail as a whole. `when`: whether this one is counted.
#define CALL(kind, type, failed, name, parameters, arguments, when) \
  type name parameters {                                            \
    static type(*real) parameters;                                  \
    if (!real) real = (type(*) parameters)next(#name);              \
    if ((when) && is_due(kind)) return failed;                      \
    return real arguments;                                          \
  }

#define OPEN(name, parameters, arguments)                \
  int name parameters {                                  \
    va_list rest;                                        \
    va_start(rest, flags);                               \
    const mode_t mode = (mode_t)va_arg(rest, unsigned);  \
    va_end(rest);                                        \
    return is_due("open") ? -1 : (int)syscall arguments; \
  }
OPEN(open, (const char* path, int flags, ...), (SYS_openat, AT_FDCWD, path, flags, mode))
OPEN(open64, (const char* path, int flags, ...), (SYS_openat, AT_FDCWD, path, flags, mode))
OPEN(openat, (int folder, const char* path, int flags, ...), (SYS_openat, folder, path, flags, mode))
OPEN(openat64, (int folder, const char* path, int flags, ...), (SYS_openat, folder, path, flags, mode))
CALL("open", FILE*, NULL, fopen, (const char* p, const char* m), (p, m), 1)
CALL("open", FILE*, NULL, fopen64, (const char* p, const char* m), (p, m), 1)

CALL("read", ssize_t, -1, read, (int d, void* o, size_t s), (d, o, s), is_file(d))
CALL("read", ssize_t, -1, pread, (int d, void* o, size_t s, off_t at), (d, o, s, at), 1)
CALL("read", ssize_t, -1, pread64, (int d, void* o, size_t s, off_t at), (d, o, s, at), 1)
CALL("write", ssize_t, -1, write, (int d, const void* o, size_t s), (d, o, s), is_file(d))
CALL("write", ssize_t, -1, writev, (int d, const struct iovec* v, int n), (d, v, n), is_file(d))
CALL("write", ssize_t, -1, pwrite, (int d, const void* o, size_t s, off_t at), (d, o, s, at), 1)
CALL("write", ssize_t, -1, pwrite64, (int d, const void* o, size_t s, off_t at), (d, o, s, at), 1)
CALL("sync", int, -1, fsync, (int d), (d), 1)
CALL("sync", int, -1, fdatasync, (int d), (d), 1)
CALL("truncate", int, -1, ftruncate, (int d, off_t s), (d, s), 1)
CALL("truncate", int, -1, ftruncate64, (int d, off_t s), (d, s), 1)
CALL("rename", int, -1, rename, (const char* a, const char* b), (a, b), 1)
CALL("unlink", int, -1, unlink, (const char* p), (p), 1)
CALL("mkdir", int, -1, mkdir, (const char* p, mode_t m), (p, m), 1)
CALL("stat", int, -1, fstat, (int d, struct stat* s), (d, s), 1)
CALL("stat", int, -1, fstat64, (int d, struct stat64* s), (d, s), 1)
CALL("stat", int, -1, stat, (const char* p, struct stat* s), (p, s), 1)
CALL("stat", int, -1, stat64, (const char* p, struct stat64* s), (p, s), 1)
CALL("mmap", void*, MAP_FAILED, mmap, (void* a, size_t s, int p, int f, int d, off_t at), (a, s, p, f, d, at),
     1)
CALL("mmap", void*, MAP_FAILED, mmap64, (void* a, size_t s, int p, int f, int d, off_t at),
     (a, s, p, f, d, at), 1)
CALL("lock", int, -1, flock, (int d, int o), (d, o), !(o & LOCK_UN))

CALL("socket", int, -1, socket, (int f, int t, int p), (f, t, p), 1)
CALL("connect", int, -1, connect, (int d, const struct sockaddr* a, socklen_t s), (d, a, s), 1)
CALL("send", ssize_t, -1, send, (int d, const void* o, size_t s, int f), (d, o, s, f), 1)
CALL("recv", ssize_t, -1, recv, (int d, void* o, size_t s, int f), (d, o, s, f), 1)
CALL("poll", int, -1, poll, (struct pollfd * p, nfds_t n, int t), (p, n, t), 1)
CALL("pipe", int, -1, pipe2, (int d[2], int f), (d, f), 1)
CALL("pipe", int, -1, socketpair, (int f, int t, int p, int d[2]), (f, t, p, d), 1)
CALL("resolve", int, EAI_AGAIN, getaddrinfo,
     (const char* h, const char* s, const struct addrinfo* a, struct addrinfo** r), (h, s, a, r), 1)
CALL("thread", int, EAGAIN, pthread_create,
     (pthread_t * t, const pthread_attr_t* a, void* (*f)(void*), void* x), (t, a, f, x), 1)

// fcntl() takes one argument of any kind; SQLite's locks are made of it. To give one back cannot fail.
static int takes_lock(int command, const void* argument) {
  return (command == F_SETLK || command == F_SETLKW) && ((const struct flock*)argument)->l_type != F_UNLCK;
}
#define FCNTL(name)                                                 \
  int name(int descriptor, int command, ...) {                      \
    va_list rest;                                                   \
    va_start(rest, command);                                        \
    void* argument = va_arg(rest, void*);                           \
    va_end(rest);                                                   \
    if (takes_lock(command, argument) && is_due("lock")) return -1; \
    return (int)syscall(SYS_fcntl, descriptor, command, argument);  \
  }
FCNTL(fcntl)
FCNTL(fcntl64)

// The wall clock: from the call that was named on it runs `jump` seconds ahead.
static long long ahead(void) {
  static int jumped;
  if (is_due("clock")) jumped = 1;
  return jumped ? jump : 0;
}
int clock_gettime(clockid_t clock, struct timespec* now) {
  const int outcome = (int)syscall(SYS_clock_gettime, clock, now);
  if (clock == CLOCK_REALTIME) now->tv_sec += ahead();
  return outcome;
}
time_t time(time_t* now) {
  struct timespec moment;
  clock_gettime(CLOCK_REALTIME, &moment);
  if (now) *now = moment.tv_sec;
  return moment.tv_sec;
}

static void tell(void) {
  char text[32];
  armed = 0;
  snprintf(text, sizeof text, "%ld\n", calls);
  leave(count_file, text);
}

static int (*real_main)(int, char**, char**);
static int watched_main(int count, char** words, char** environment) {
  const char* name = getenv("DEKKO_FAIL_KIND");
  for (size_t i = 0; name && i < sizeof kinds / sizeof *kinds; ++i)
    if (strcmp(kinds[i].name, name) == 0) kind = &kinds[i];
  if (name && !kind) {
    fprintf(stderr, "DEKKO_FAIL_KIND: no kind \"%s\"\n", name);
    _exit(99);
  }
  const char *at = getenv("DEKKO_FAIL_AT"), *seconds = getenv("DEKKO_CLOCK_JUMP");
  wanted = at ? atol(at) : 0;
  all_after = getenv("DEKKO_FAIL_ON") != NULL || (name && strcmp(name, "clock") == 0);
  jump = seconds ? atoll(seconds) : 0;
  count_file = getenv("DEKKO_FAIL_COUNT");
  mark_file = getenv("DEKKO_FAIL_MARK");
  void* warm[2];
  backtrace(warm, 2);
  atexit(tell);
  armed = 1;
  const int code = real_main(count, words, environment);
  armed = 0;  // what runs after main() is not dekko's to answer for
  return code;
}
int __libc_start_main(int (*program)(int, char**, char**), int count, char** words, void (*init)(void),
                      void (*fini)(void), void (*linker)(void), void* stack) {
  int (*real)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void),
              void*) = (int (*)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void),
                                void (*)(void), void*))next("__libc_start_main");
  real_main = program;
  return real(watched_main, count, words, init, fini, linker, stack);
}
